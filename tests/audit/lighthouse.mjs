// Lighthouse with its phone profile, the median of three runs for each page:
// node lighthouse.mjs ADDRESS... prints what it measured.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const MEASURES = {
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
  bytes: "total-byte-weight",
};

// The run with the middle score for performance, of those that measured one.
function median(runs) {
  const score = (run) => run.categories.performance.score;
  const sound = runs.filter((run) => score(run) !== null).sort((a, b) => score(a) - score(b));
  if (!sound.length) throw new Error(`${runs[0].requestedUrl}: ${runs[0].runtimeError?.message ?? "nothing measured"}`);
  return sound[Math.floor((sound.length - 1) / 2)];
}

function summary(lhr) {
  const scored = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
  const counted = new Set(CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs)
    .filter((ref) => ref.weight > 0).map((ref) => ref.id));
  return {
    address: lhr.finalDisplayedUrl,
    version: lhr.lighthouseVersion,
    scores: CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100)),
    measures: Object.fromEntries(Object.entries(MEASURES)
      .map(([name, audit]) => [name, lhr.audits[audit].numericValue])),
    faults: scored.filter((audit) => counted.has(audit.id))
      .map((audit) => `${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ""}`),
  };
}

const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
const found = [];
try {
  for (const address of process.argv.slice(2)) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" };
      runs.push((await lighthouse(address, options)).lhr);
    }
    found.push(summary(median(runs)));
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(found));
