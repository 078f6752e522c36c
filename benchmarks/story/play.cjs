// Random plays of an ink story with inkjs: node play.cjs INKJS_FOLDER STORY.ink PLAYS
// Prints where the measures end in the first plays, and seconds of CPU time for all of them, as JSON.
const fs = require("fs");
const path = require("path");

const [folder, file, given] = process.argv.slice(2);
const { Compiler } = require(path.join(folder, "node_modules", "inkjs", "dist", "ink-full.js"));
const source = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
const story = new Compiler(source).Compile();
const names = [...source.matchAll(/^VAR (\w+)/gm)].map((match) => match[1]);

function play(number) {
  story.ResetState();
  const said = [];
  for (;;) {
    while (story.canContinue) said.push(story.Continue());
    const offered = story.currentChoices;
    if (offered.length === 0) return [number, said];
    for (const choice of offered) said.push(choice.text);
    number ^= number << 13;
    number ^= number >>> 17;
    number ^= number << 5;
    number >>>= 0;
    story.ChooseChoiceIndex(number % offered.length);
  }
}

const ends = [];
let number = 2463534242;
for (let warming = 0; warming < 200; warming += 1) {
  [number] = play(number);
  ends.push(names.map((name) => story.variablesState[name]));
}
const before = process.cpuUsage();
for (let played = 0; played < Number(given); played += 1) [number] = play(number);
const { user, system } = process.cpuUsage(before);
const version = require(path.join(folder, "node_modules", "inkjs", "package.json")).version;
console.log(JSON.stringify({ version, node: process.version, ends, seconds: (user + system) / 1e6 }));
