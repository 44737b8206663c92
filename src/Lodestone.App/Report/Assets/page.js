"use strict";
// What the pages share. Texts of the data go into the page as text nodes only: ids, file names and messages come from anywhere.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter(child => child != null && child !== false && child !== ""));
  return node;
}

const thousands = n => n.toLocaleString("en-US");

function number(value, decimals) {
  if (value == null) return "–";
  const text = decimals == null ? Number(value.toPrecision(4)).toString() : value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "\u2212");
}

const percent = share => `${(100 * share).toFixed(0)} %`;

// Formulas with subscripts: Fe3O4 → Fe₃O₄; anything that does not look like a formula stays as it is.
function formula(text) {
  const node = element("span");
  for (const part of text.split(/(?<=[A-Za-z)\]])(\d+(?:\.\d+)?)/))
    node.append(/^\d/.test(part) ? element("sub", {}, part) : part);
  return node;
}

function fact(list, term, value) {
  if (value == null || value === "") return;
  list.append(element("dt", {}, term), element("dd", {}, value));
}

function tile(term, value, remark) {
  byId("tiles").append(element("div", {}, element("dt", {}, term), element("dd", {}, value, remark ? element("small", {}, remark) : "")));
}

function scoreTable(scores, caption, titles, figures) {
  if (scores.length === 0) return "";
  const body = element("tbody");
  for (const score of scores)
    body.append(element("tr", {}, element("th", { scope: "row" }, score.rows), element("td", {}, score.target),
      ...[thousands(score.n), ...figures(score)].map(text => element("td", { class: "figure" }, text))));
  return element("div", { class: "scores" }, element("table", {}, element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...["Rows", "Target", "n", ...titles].map(text => element("th", { scope: "col" }, text)))), body));
}

// What the plots share.
const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const pad = (low, high, share) => { const room = (high - low || Math.abs(high) || 1) * share; return [low - room, high + room]; };
const minimum = values => values.reduce((a, b) => Math.min(a, b), Infinity);
const maximum = values => values.reduce((a, b) => Math.max(a, b), -Infinity);
const plotAxis = () => ({ stroke: color("--soft"), grid: { stroke: color("--grid"), width: 1 }, ticks: { stroke: color("--grid"), width: 1 }, font: "12px system-ui, sans-serif", labelFont: "13px system-ui, sans-serif", labelSize: 26 });

// Draws now, and again where the width or the colours change.
function keepDrawn(box, draw) {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  let width = box.clientWidth;
  new ResizeObserver(() => { if (box.clientWidth !== width) { width = box.clientWidth; draw(); } }).observe(box);
  draw();
}
