"use strict";
// The ranked quantity with its interval, against the rank or against another predicted quantity.
function startPlot() {
  if (data.rows.length === 0) {
    byId("plot-section").hidden = true;
    return;
  }
  const y = data.quantities[data.goal.quantity];
  const box = byId("plot");
  const tip = element("div", { class: "tip", hidden: true });
  const xSelect = byId("plot-x");
  const countSelect = byId("plot-count");
  xSelect.append(element("option", { value: -1 }, "rank"));
  data.quantities.forEach((quantity, i) => {
    if (i !== data.goal.quantity && !data.conversions.includes(i)) xSelect.append(element("option", { value: i }, `predicted ${quantity.title}`));
  });
  const counts = [30, 100, 300].filter(count => count < .75 * data.rows.length);
  for (const count of counts) countSelect.append(element("option", { value: count }, `the first ${count}`));
  countSelect.append(element("option", { value: data.rows.length }, data.rows.length < data.counts.ranked ? `the first ${thousands(data.rows.length)}` : `all ${thousands(data.rows.length)}`));
  if (counts.length > 1 && box.clientWidth > 640) countSelect.value = "100";

  let plot = null;
  let points = [];

  function collect() {
    const x = Number(xSelect.value);
    points = data.rows.slice(0, Number(countSelect.value)).filter(row => x < 0 || row.estimates[x]).map(row => {
      const value = row.estimates[data.goal.quantity];
      const other = x < 0 ? null : row.estimates[x];
      return { row, x: other ? other.mean : row.rank, xLow: other?.lo, xHigh: other?.hi, y: value.mean, low: value.lo ?? value.mean, high: value.hi ?? value.mean };
    });
    points.sort((a, b) => a.x - b.x);
    return [points.map(p => p.x), points.map(p => p.y)];
  }

  // Error bars under the points; whiskers where there is room for them.
  function drawBars(u) {
    const { ctx, bbox } = u;
    const ratio = window.devicePixelRatio || 1;
    const cap = points.length <= 120 ? 3.5 * ratio : 0;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.lineWidth = (points.length <= 120 ? 1.6 : 1) * ratio;
    const line = (x1, y1, x2, y2) => { ctx.moveTo(x1, y1); ctx.lineTo(x2, y2); };
    ctx.strokeStyle = color("--accent-band");
    ctx.beginPath();
    for (const p of points) {
      const [x, low, high] = [u.valToPos(p.x, "x", true), u.valToPos(p.low, "y", true), u.valToPos(p.high, "y", true)];
      line(x, low, x, high);
      line(x - cap, low, x + cap, low);
      line(x - cap, high, x + cap, high);
      if (p.xLow != null) {
        const [left, right, at] = [u.valToPos(p.xLow, "x", true), u.valToPos(p.xHigh, "x", true), u.valToPos(p.y, "y", true)];
        line(left, at, right, at);
        line(left, at - cap, left, at + cap);
        line(right, at - cap, right, at + cap);
      }
    }
    ctx.stroke();
    const radius = (points.length <= 120 ? 3.4 : 2.2) * ratio;
    ctx.strokeStyle = color("--warn");
    for (const p of points) {
      const marked = p.row.antiferromagnetic != null;
      ctx.fillStyle = color(marked ? "--panel" : "--accent");
      ctx.beginPath();
      ctx.arc(u.valToPos(p.x, "x", true), u.valToPos(p.y, "y", true), radius, 0, 2 * Math.PI);
      ctx.fill();
      if (marked) ctx.stroke();
    }
    ctx.restore();
  }

  function nearest(u, left, top) {
    let best = null;
    let distance = 30 * 30;
    for (const p of points) {
      const d = (u.valToPos(p.x, "x") - left) ** 2 + (u.valToPos(p.y, "y") - top) ** 2;
      if (d < distance) [best, distance] = [p, d];
    }
    return best;
  }

  function point(u) {
    const p = u.cursor.left >= 0 ? nearest(u, u.cursor.left, u.cursor.top) : null;
    u.found = p;
    tip.hidden = !p;
    if (!p) return;
    tip.replaceChildren(element("strong", {}, `${p.row.rank}. `, formula(p.row.formula || p.row.id)), element("span", {}, p.row.id), flag(p.row));
    data.quantities.forEach((quantity, i) => {
      const estimate = p.row.estimates[i];
      const between = estimate && range(estimate, quantity);
      if (estimate) tip.append(element("br"), `${quantity.title}: ${number(estimate.mean, quantity.decimals)} ${quantity.unit}${between && ` (${between})`}`);
    });
    const [x, top] = [u.valToPos(p.x, "x") + u.over.offsetLeft, u.valToPos(p.y, "y") + u.over.offsetTop];
    tip.style.left = `${Math.max(4, Math.min(x + 14, box.clientWidth - tip.offsetWidth - 6))}px`;
    tip.style.top = `${Math.max(4, Math.min(top + 14, box.clientHeight - tip.offsetHeight - 6))}px`;
  }

  function draw() {
    const series = collect();
    const x = Number(xSelect.value);
    const xTitle = x < 0 ? "rank" : `predicted ${withUnit(data.quantities[x])}`;
    const xRange = pad(minimum(points.map(p => p.xLow ?? p.x)), maximum(points.map(p => p.xHigh ?? p.x)), .03);
    const yRange = pad(minimum(points.map(p => p.low)), maximum(points.map(p => p.high)), .05);
    const axis = plotAxis();
    plot?.destroy();
    plot = new uPlot({
      width: box.clientWidth - 8,
      height: Math.round(Math.max(280, Math.min(440, box.clientWidth * .5))),
      legend: { show: false },
      cursor: { points: { show: false }, drag: { x: true, y: true, uni: 30 } },
      scales: { x: { time: false, range: (u, low, high) => u.zoomed ? [low, high] : xRange }, y: { range: (u, low, high) => u.zoomed ? [low, high] : yRange } },
      axes: [{ ...axis, label: xTitle }, { ...axis, label: `predicted ${withUnit(y)}`, size: 62 }],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: {
        draw: [drawBars],
        setCursor: [point],
        setSelect: [u => { u.zoomed = u.select.width > 0 && u.select.height > 0; }],
        ready: [u => {
          u.over.addEventListener("dblclick", () => { u.zoomed = false; u.setScale("x", { min: xRange[0], max: xRange[1] }); u.setScale("y", { min: yRange[0], max: yRange[1] }); }, true);
          u.over.addEventListener("click", () => { if (u.found) window.dispatchEvent(new CustomEvent("found", { detail: u.found.row.rank })); });
        }],
      },
    }, series, box);
    box.append(tip);
    box.setAttribute("aria-label",
      `Predicted ${withUnit(y)} of ${points.length} materials${calibrated ? " with 90 % intervals" : ""}, against ${xTitle}. The same numbers are in the table below.`);
    byId("plot-note").textContent =
      `Points are predictions${calibrated ? ", lines their 90 % intervals" : ""}` + (points.some(p => p.row.antiferromagnetic != null) ? "; rings mark what is probably antiferromagnetic. " : ". ") + "Point at one for its numbers, click to find it in the table, drag to zoom, double-click to zoom out.";
  }

  xSelect.addEventListener("change", draw);
  countSelect.addEventListener("change", draw);
  keepDrawn(box, draw);
}
