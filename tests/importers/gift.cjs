// Reads GIFT files as learning platforms do; prints what it understood as JSON.
const { parse } = require("gift-pegjs");
const { readFileSync } = require("fs");

const text = (part) => (part ? part.text : null);
// The parser leaves its own marks for escaped characters in the second half of a pair.
const unmarked = (half) => half.replace(/&&0?(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const told = process.argv.slice(2).map((file) =>
  parse(readFileSync(file, "utf8")).map((one) => ({
    type: one.type,
    id: one.id,
    tags: one.tags,
    title: one.title,
    stem: text(one.stem),
    choices: (one.choices || []).map((choice) => [choice.isCorrect, text(choice.text)]),
    isTrue: one.isTrue,
    pairs: (one.matchPairs || []).map((pair) => [text(pair.subquestion), unmarked(pair.subanswer)]),
    feedback: text(one.globalFeedback),
  })),
);
console.log(JSON.stringify(told));
