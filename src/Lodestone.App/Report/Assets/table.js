"use strict";
// The ranking: sorted and searched in the browser, a page at a time.
function startTable() {
  const page = window.matchMedia("(max-width: 46rem)").matches ? 25 : 100;
  const state = { column: -1, ascending: true, query: "", limit: page };
  const table = byId("ranking-table");
  const body = table.querySelector("tbody");

  // Column −2 is the id, −1 the rank, others are positions of quantities.
  const key = (row, column) => column === -1 ? row.rank : column === -2 ? row.id : row.estimates[column]?.mean;
  const columns = [{ column: -1, title: "Rank" }, { column: -2, title: "Id" }, { title: "Formula" }]
    .concat(data.quantities.map((quantity, i) => ({ column: i, title: quantity.title, unit: quantity.unit, isProbability: quantity.isProbability })));

  const extents = data.quantities.map((quantity, i) => {
    if (quantity.isProbability) return [0, 1];
    const ends = data.rows.filter(row => row.estimates[i]).flatMap(row => [row.estimates[i].mean, row.estimates[i].lo ?? row.estimates[i].mean, row.estimates[i].hi ?? row.estimates[i].mean]);
    return ends.reduce(([low, high], end) => [Math.min(low, end), Math.max(high, end)], [0, 0]);
  });

  function bar(estimate, i) {
    const [low, high] = extents[i];
    const at = value => `${(100 * (value - low) / (high - low || 1)).toFixed(2)}%`;
    const parts = [];
    if (low < 0) parts.push(element("u", { style: `left:${at(0)}` }));
    if (estimate.lo != null) parts.push(element("i", { style: `left:${at(estimate.lo)};right:${(100 - parseFloat(at(estimate.hi))).toFixed(2)}%` }));
    parts.push(element("b", { style: `left:${at(estimate.mean)}` }));
    return element("span", { class: "bar", "aria-hidden": "true" }, ...parts);
  }

  function cell(row, i) {
    const estimate = row.estimates[i];
    const quantity = data.quantities[i];
    const attributes = { class: quantity.isProbability ? "number probability" : "number", role: "cell", "data-label": withUnit(quantity) };
    if (!estimate) return element("td", attributes, "–");
    const between = range(estimate, quantity);
    return element("td", attributes,
      element("span", { class: "value" }, number(estimate.mean, quantity.decimals)),
      between && element("span", { class: "range" }, between),
      data.conversions.includes(i) ? "" : bar(estimate, i),
      i === data.goal.quantity && flag(row));
  }

  function rowOf(row) {
    const name = element("td", { class: "name", role: "cell" }, element("b", {}, row.id), element("span", { class: "file" }, row.source));
    for (const warning of row.warnings) name.append(element("span", { class: "warning" }, `Note: ${warning}`));
    return element("tr", { role: "row", "data-rank": row.rank },
      element("td", { class: "rank", role: "cell" }, String(row.rank)),
      name,
      element("td", { class: "formula", role: "cell" }, formula(row.formula)),
      ...row.estimates.map((_, i) => cell(row, i)));
  }

  function draw() {
    const query = state.query.toLowerCase();
    const rows = data.rows.filter(row => !query || `${row.id} ${row.formula} ${row.source}`.toLowerCase().includes(query));
    const sign = state.ascending ? 1 : -1;
    rows.sort((a, b) => {
      const [x, y] = [key(a, state.column), key(b, state.column)];
      if (x == null || y == null) return (x == null) - (y == null) || a.rank - b.rank;
      return sign * (typeof x === "string" ? x.localeCompare(y, "en", { numeric: true }) : x - y) || a.rank - b.rank;
    });
    body.replaceChildren(...rows.slice(0, state.limit).map(rowOf));
    const shown = Math.min(rows.length, state.limit);
    const { ranked } = data.counts;
    byId("ranking-note").textContent =
      `${thousands(shown)} of ${thousands(ranked)} shown. ${calibrated ? "Each number has its 90 % interval beside it; the bar shows both" : "The bars show the numbers"} on one scale a column.` +
      (data.antiferromagnets > 0 ? " Marked rows: measured crystals like them have a net moment less often than other measured magnets; the magnetizations were learned mostly from ferromagnetic calculations." : "") +
      (data.rows.length < ranked ? ` This page holds the first ${thousands(data.rows.length)}; ranking.csv holds all.` : "") +
      (rows.length === 0 ? " Nothing matches the search." : "");
    byId("more").hidden = rows.length <= state.limit;
    byId("more").textContent = `Show all ${thousands(rows.length)}`;
    for (const cell of table.querySelectorAll("thead th[data-column]")) {
      const mine = Number(cell.dataset.column) === state.column;
      cell.setAttribute("aria-sort", mine ? (state.ascending ? "ascending" : "descending") : "none");
      cell.querySelector(".arrow").textContent = mine ? (state.ascending ? "▲" : "▼") : "";
    }
    byId("sort").value = `${state.column}`;
  }

  function sortBy(column, ascending) {
    state.column = column;
    state.ascending = ascending;
    draw();
  }

  const header = element("tr", { role: "row" });
  for (const { column, title, unit, isProbability } of columns) {
    const label = [title, unit ? element("span", { class: "unit" }, unit) : ""];
    if (column === undefined) {
      header.append(element("th", { scope: "col", role: "columnheader" }, element("span", {}, ...label)));
      continue;
    }
    const heading = element("span", { class: "heading" }, title, element("span", { class: "arrow", "aria-hidden": "true" }));
    const button = element("button", { type: "button" }, heading, unit ? element("span", { class: "unit" }, unit) : "");
    button.addEventListener("click", () => sortBy(column, state.column === column ? !state.ascending : column < 0));
    header.append(element("th", { scope: "col", role: "columnheader", "data-column": column, class: isProbability && "probability" }, button));
    byId("sort").append(element("option", { value: column }, unit ? `${title}, ${unit}` : title));
  }
  table.querySelector("thead").append(header);

  byId("sort").addEventListener("change", event => sortBy(Number(event.target.value), Number(event.target.value) < 0));
  byId("search").addEventListener("input", event => { state.query = event.target.value.trim(); state.limit = page; draw(); });
  byId("more").addEventListener("click", () => { state.limit = Infinity; draw(); });
  window.addEventListener("beforeprint", () => { state.limit = Infinity; draw(); });
  window.addEventListener("found", event => {
    for (const row of body.querySelectorAll("tr")) row.classList.toggle("found", row.dataset.rank === String(event.detail));
    body.querySelector("tr.found")?.scrollIntoView({ block: "center", behavior: "smooth" });
  });
  draw();
}
