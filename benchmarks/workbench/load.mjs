// 50 people move a slider for a minute: node benchmarks/workbench/load.mjs [CLIENTS] [SECONDS]
// Each hand gives values not seen before, 20 a second, and each client asks as the page does: with the page's own Follower, in the page's words. Told: curves drawn
// while the hands move and how old their values are then, errors, the time of a client's last value to its curve and to all that follows, and the server's memory.
import { appModule, example, follow, quantile, residentMegabytes, serve } from './server.mjs';

const clients = Number(process.argv[2] ?? 50), seconds = Number(process.argv[3] ?? 60);
const rates = ['0.2C', '0.5C', '1C', '2C'], step = 50, moment = 40;
const text = await example('l-dry-s.json');
const { Follower } = await appModule('src/state/follower.ts');
const bench = await serve();
await new Promise(done => setTimeout(done, 5000)); // the server's own first seconds, in which its code is compiled
const memory = [], ages = [], counts = [], toCurve = [], toAll = [];
let moved = 0, sent = 0, waited = 0;
const errors = [];

async function person(number) {
  let value, since, sequence = 0, drawn = 0, resting = null;
  const follower = new Follower(async (firstIsThere, signal) => {
    const mine = value, begun = since;
    let curve = 0;
    sent++;
    try {
      const document = text.replace('"porosity": "25 %"', `"porosity": "${mine.toFixed(6)} %"`);
      waited += await follow(new URL('api/bench', bench.address), { document, rates, detail: '1C', client: `load-${number}`, sequence: ++sequence }, name => {
        if (name === 'problem') errors.push('a problem with the document');
        if (name === 'rate' && ++curve === rates.length) {
          if (resting) toCurve.push(performance.now() - begun);
          else drawn++, ages.push(performance.now() - begun);
          firstIsThere();
        }
        if (name === 'done' && resting && mine === value) {
          toAll.push(performance.now() - begun);
          resting();
        }
      }, signal);
    } catch (error) {
      if (!signal.aborted) errors.push(String(error));
    }
  }, moment);
  const move = () => {
    [value, since] = [25 + 30 * Math.random(), performance.now()];
    moved++;
    follower.changed();
  };
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    move();
    await new Promise(done => setTimeout(done, step));
  }
  counts.push(drawn);
  await new Promise(done => {
    const late = setTimeout(done, 30000);
    resting = () => (clearTimeout(late), done());
    move();
  });
}

const watch = setInterval(async () => memory.push(await residentMegabytes(bench.process)), 1000);
await Promise.all(Array.from({ length: clients }, (_, number) => person(number)));
clearInterval(watch);
bench.stop();
const third = Math.floor(memory.length / 3), mean = part => part.reduce((sum, m) => sum + m, 0) / part.length;
const times = values => `median ${quantile(values, 0.5).toFixed(0)} ms, 95 % within ${quantile(values, 0.95).toFixed(0)} ms, longest ${Math.max(...values).toFixed(0)} ms`;
console.log(`${clients} clients, ${seconds} s: ${moved} values, ${sent} asked for, ${ages.length} curves drawn, ${waited} times told to wait, ${errors.length} errors`);
console.log(`curves drawn a second while the hand moves: ${(mean(counts) / seconds).toFixed(2)} on the mean, ${(Math.min(...counts) / seconds).toFixed(2)} for the client with the fewest`);
console.log(`age of the drawn value: ${times(ages)}`);
console.log(`last values: ${toAll.length} of ${clients} answered in full; to the curve ${times(toCurve)}; to all ${times(toAll)}`);
console.log(`memory of the server: ${mean(memory.slice(0, third)).toFixed(0)} MB in the first third, ${mean(memory.slice(-third)).toFixed(0)} MB in the last, ${Math.max(...memory).toFixed(0)} MB at most`);
for (const error of new Set(errors)) console.error(error);
process.exitCode = errors.length === 0 && toAll.length === clients ? 0 : 1;
