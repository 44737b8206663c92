"use strict";
// A probability has no interval, and needs none.
const range = (estimate, quantity) =>
  estimate.lo == null ? (quantity.isProbability ? "" : "no interval") : `${number(estimate.lo, quantity.decimals)} to ${number(estimate.hi, quantity.decimals)}`;

// The mark of a row whose material experiment would probably find antiferromagnetic.
const flag = row => row.antiferromagnetic == null ? "" : element("span", { class: "flag" }, `Probably antiferromagnetic, ${percent(row.antiferromagnetic)}`);

// A model that was never calibrated gives no intervals; the page then speaks of none.
const calibrated = data.rows.some(row => row.estimates[data.goal.quantity].lo != null);

const withUnit = quantity => quantity.unit ? `${quantity.title}, ${quantity.unit}` : quantity.title;

function writeSummary() {
  const { counts, goal, quantities, rows } = data;
  const quantity = quantities[goal.quantity];
  byId("summary").textContent =
    `${goal.maximize ? "Largest" : "Smallest"} predicted ${quantity.title} first. Every number is a prediction of a model, not a measurement` +
    (calibrated ? "; the interval beside it is meant to hold the true value nine times in ten." : ", and this model gives no intervals: it was never calibrated.");
  if (rows.length > 0) {
    const first = rows[0].estimates[goal.quantity];
    tile("First in rank", formula(rows[0].formula || rows[0].id), `${number(first.mean, quantity.decimals)} ${quantity.unit}${range(first, quantity) && ` (${range(first, quantity)})`}`);
  }
  tile("Ranked", thousands(counts.ranked), `of ${thousands(counts.read)} read`);
  if (data.antiferromagnets != null) tile("Probably antiferromagnetic", thousands(data.antiferromagnets), "marked in the ranking");
  if (counts.leftOut > 0) tile("Left out by the filters", thousands(counts.leftOut), data.filters.join(" · "));
  tile("Failed", thousands(counts.failed), counts.failed > 0 ? "reasons below" : "every input was read and predicted");
}

function writeModels() {
  for (const model of data.models) {
    const facts = element("dl", { class: "facts" });
    for (const [term, value] of model.facts) fact(facts, term, value);
    const card = element("article", { class: "model" }, element("h3", {}, model.name), facts);
    card.append(
      scoreTable(model.scores.filter(score => score.class == null), "Errors measured on rows that training never saw",
        ["Mean absolute error", "… of always saying the median", "90 % intervals that hold"],
        score => [number(score.mae), number(score.medianPredictorMae), score.coverage90 == null ? "–" : `${(100 * score.coverage90).toFixed(1)} %`]),
      scoreTable(model.scores.filter(score => score.class != null), "Measured on rows that training never saw",
        ["Accuracy", "… of always saying the more frequent", "Area under the ROC curve", "Calibration error"],
        score => [score.class.accuracy, score.class.majorityAccuracy, score.class.auc, score.class.calibrationError].map(value => number(value, 3))));
    byId("model-list").append(card);
  }
}

function writeFailures() {
  const list = byId("failure-list");
  if (data.counts.failed === 0) {
    list.append(element("p", { class: "note" }, "Nothing: every input was read and predicted."));
    return;
  }
  const more = data.counts.failed - data.failures.length;
  list.append(element("p", { class: "note" },
    `${thousands(data.counts.failed)} of ${thousands(data.counts.read)} inputs could not be ranked` +
    (more > 0 ? `; the first ${thousands(data.failures.length)} are here, all are in failures.csv.` : ".")));
  const body = element("tbody");
  for (const failure of data.failures)
    body.append(element("tr", { role: "row" }, element("th", { scope: "row", role: "rowheader" }, failure.id),
      element("td", { role: "cell" }, failure.source), element("td", { role: "cell" }, failure.message)));
  list.append(element("div", { class: "table-frame plain-frame", tabindex: "0", role: "region", "aria-labelledby": "failures-title" },
    element("table", { class: "plain", role: "table" },
      element("thead", {}, element("tr", {}, ...["Id", "Source", "Reason"].map(text => element("th", { scope: "col" }, text)))), body)));
}

function writeProvenance() {
  byId("command").textContent = data.command;
  const facts = byId("provenance");
  fact(facts, "Version", data.version);
  for (const model of data.models) fact(facts, `Model ${model.name}`, model.fingerprint);
  fact(facts, "Filters", data.filters.join(" · "));
}

writeSummary();
writeModels();
writeFailures();
writeProvenance();
startTable();
startPlot();
