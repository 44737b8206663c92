"use strict";
const lineColors = ["--accent", "--warn", "--soft"];

function writeHead() {
  byId("summary").textContent = data.summary;
  for (const { term, value, remark } of data.tiles) tile(term, value, remark);
  for (const line of data.account) byId("account").append(element("li", {}, line));
  for (const [term, value] of data.facts) fact(byId("facts"), term, value);
  byId("command").textContent = data.command;
  byId("error-list").append(
    scoreTable(data.scores.filter(score => score.class == null), "",
      ["Mean absolute error", "… of always saying the median", "90 % intervals that hold"],
      score => [number(score.mae), number(score.medianPredictorMae), score.coverage90 == null ? "–" : `${(100 * score.coverage90).toFixed(1)} %`]),
    scoreTable(data.scores.filter(score => score.class != null), "",
      ["Accuracy", "… of always saying the more frequent", "Area under the ROC curve", "Calibration error"],
      score => [score.class.accuracy, score.class.majorityAccuracy, score.class.auc, score.class.calibrationError].map(value => number(value, 3))));
}

function makePlot(box, { x, y, xLabel, yLabel, points, draw, height }) {
  const axis = plotAxis();
  box.replaceChildren();
  return new uPlot({
    width: box.clientWidth - 8,
    height: height ?? Math.round(Math.max(260, Math.min(400, box.clientWidth * .8))),
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: () => x }, y: { range: () => y } },
    axes: [{ ...axis, label: xLabel }, { ...axis, label: yLabel, size: 62 }],
    series: [{}, { paths: () => null, points: { show: false } }],
    hooks: { draw: [u => clipped(u, draw)] },
  }, [points.map(p => p[0]), points.map(p => p[1])], box);
}

function clipped(u, draw) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw(ctx, (x, y) => [u.valToPos(x, "x", true), u.valToPos(y, "y", true)], window.devicePixelRatio || 1);
  ctx.restore();
}

function strokeLine(ctx, points, color, width, dash = []) {
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.beginPath();
  points.forEach(([x, y], i) => i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y));
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawLoss() {
  const members = data.members;
  if (members.length === 0) {
    byId("loss-section").hidden = true;
    return;
  }
  const box = byId("loss");
  const all = members.flatMap(member => member.flatMap(epoch => [[epoch.epoch, epoch.train], [epoch.epoch, epoch.validation]])).filter(point => point[1] != null);
  box.setAttribute("aria-label", `Loss by epoch of ${members.length} member${members.length === 1 ? "" : "s"}.`);
  keepDrawn(box, () => makePlot(box, {
    x: pad(1, maximum(all.map(p => p[0])), .02), y: pad(minimum(all.map(p => p[1])), maximum(all.map(p => p[1])), .05), xLabel: "epoch", yLabel: "loss", points: all,
    height: Math.round(Math.max(240, Math.min(360, box.clientWidth * .4))),
    draw: (ctx, at, ratio) => members.forEach((member, m) => {
      const ink = color(lineColors[m % lineColors.length]);
      const line = key => member.filter(epoch => epoch[key] != null).map(epoch => at(epoch.epoch, epoch[key]));
      strokeLine(ctx, line("train"), ink, 1.2 * ratio, [5 * ratio, 4 * ratio]);
      strokeLine(ctx, line("validation"), ink, 1.8 * ratio);
      const best = member.filter(epoch => epoch.best).at(-1);
      if (!best) return;
      ctx.fillStyle = color("--panel");
      ctx.strokeStyle = ink;
      ctx.lineWidth = 2 * ratio;
      ctx.beginPath();
      ctx.arc(...at(best.epoch, best.validation ?? best.train), 4.5 * ratio, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }),
  }));
}

const shown = () => data.sets[Number(byId("set").value)];
const dot = (ctx, [x, y], radius) => { ctx.beginPath(); ctx.arc(x, y, radius, 0, 2 * Math.PI); ctx.fill(); };

function drawParity() {
  const set = shown();
  const points = set.points;
  const range = pad(minimum(points.flatMap(p => [p.truth, p.mean])), maximum(points.flatMap(p => [p.truth, p.mean])), .05);
  byId("parity").setAttribute("aria-label", `Prediction against truth of ${points.length} rows.`);
  byId("parity-note").textContent = set.isClass
    ? "Predicted probability of the rows of each class, 0 and 1; darker where there are more."
    : `Each point is a row${set.n > points.length ? `, ${thousands(points.length)} of ${thousands(set.n)}` : ""}; on the line, prediction and truth agree.`;
  makePlot(byId("parity"), {
    x: range, y: range, xLabel: `true ${set.title}`, yLabel: `predicted ${set.title}`, points: points.map(p => [p.truth, p.mean]),
    draw: (ctx, at, ratio) => {
      strokeLine(ctx, [at(range[0], range[0]), at(range[1], range[1])], color("--soft"), ratio);
      ctx.fillStyle = color("--accent");
      ctx.globalAlpha = points.length > 500 ? .35 : .6;
      for (const p of points) dot(ctx, at(p.truth, p.mean), (points.length > 500 ? 2 : 3) * ratio);
      ctx.globalAlpha = 1;
    },
  });
}

function drawCalibration() {
  const set = shown();
  const curve = set.calibration;
  byId("calibration").closest("figure").hidden = curve.length === 0;
  if (curve.length === 0) return;
  byId("calibration").setAttribute("aria-label", "Calibration: what was promised against what came.");
  byId("calibration-note").textContent = set.isClass
    ? "Share of yes among the rows of about one predicted probability; on the line, probabilities are what they say. Larger points stand for more rows."
    : "Share of true values in intervals of each width, made of the 90 % interval as if errors were normal; above the line, intervals are wider than need be.";
  makePlot(byId("calibration"), {
    x: [0, 1], y: [0, 1], xLabel: set.isClass ? "predicted probability" : "promised share", yLabel: set.isClass ? "share of yes" : "share inside", points: curve.map(p => [p.promised, p.found]),
    draw: (ctx, at, ratio) => {
      strokeLine(ctx, [at(0, 0), at(1, 1)], color("--soft"), ratio);
      if (!set.isClass) strokeLine(ctx, curve.map(p => at(p.promised, p.found)), color("--accent"), 2 * ratio);
      ctx.fillStyle = color("--accent");
      for (const p of curve) dot(ctx, at(p.promised, p.found), (set.isClass ? 2 + 6 * Math.sqrt(p.share) : 2.5) * ratio);
    },
  });
}

function writeWorst() {
  const set = shown();
  const range = row => row.lo == null ? "" : ` (${number(row.lo)} to ${number(row.hi)})`;
  const body = element("tbody");
  for (const row of set.worst)
    body.append(element("tr", {}, element("th", { scope: "row" }, formula(row.formula)), element("td", {}, row.id),
      element("td", { "data-label": "true" }, number(row.truth)), element("td", { "data-label": "predicted" }, number(row.mean) + range(row))));
  byId("worst").replaceChildren(element("thead", {}, element("tr", {}, ...["Formula", "Id", `True ${set.title}`, "Predicted"].map(text => element("th", { scope: "col" }, text)))), body);
}

function startRows() {
  const select = byId("set");
  data.sets.forEach((set, i) => select.append(element("option", { value: i }, `${set.name}, ${set.rows}`)));
  if (data.sets.length === 0) {
    byId("rows-section").hidden = true;
    byId("errors").hidden = true;
    return;
  }
  select.value = String(data.sets.length - 1);
  select.addEventListener("change", () => { drawParity(); drawCalibration(); writeWorst(); });
  keepDrawn(byId("parity"), () => { drawParity(); drawCalibration(); });
  writeWorst();
}

writeHead();
drawLoss();
startRows();
