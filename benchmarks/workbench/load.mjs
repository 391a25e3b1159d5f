// 50 people move a slider for a minute: node benchmarks/workbench/load.mjs [CLIENTS] [SECONDS]
// Every client sends values not seen before, 20 a second, and gives up on the older request as the page does. Told: answers, errors, the time of a client's last
// value to its last rate, and the server's memory while it goes on.
import { example, quantile, residentMegabytes, serve } from './server.mjs';

const clients = Number(process.argv[2] ?? 50), seconds = Number(process.argv[3] ?? 60);
const rates = ['0.2C', '0.5C', '1C', '2C'];
const text = await example('l-dry-s.json');
const bench = await serve();
const memory = [];
let sent = 0, finished = 0, overtaken = 0, busy = 0;
const errors = [], last = [];

async function request(client, sequence, porosity, signal) {
  const response = await fetch(new URL('api/bench', bench.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ document: text.replace('"porosity": "25 %"', `"porosity": "${porosity.toFixed(6)} %"`), rates, detail: null, client, sequence }),
    signal,
  });
  if (response.status === 503) {
    busy++;
    await response.text();
    return false;
  }
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const parts = await response.text();
  return /^event: done$/m.test(parts) && (parts.match(/^event: rate$/gm) ?? []).length === rates.length;
}

async function person(number) {
  const end = performance.now() + seconds * 1000, name = `load-${number}`;
  let sequence = 0, older = null;
  const open = [];
  while (performance.now() < end) {
    older?.abort();
    older = new AbortController();
    sent++;
    open.push(request(name, ++sequence, 25 + 30 * Math.random(), older.signal).then(all => (all ? finished++ : overtaken++), error => (error.name === 'AbortError' ? overtaken++ : errors.push(String(error)))));
    await new Promise(done => setTimeout(done, 50));
  }
  older?.abort();
  await Promise.all(open);
  const begin = performance.now();
  while (!(await request(name, ++sequence, 25 + 30 * Math.random()).catch(error => (errors.push(String(error)), true)))) await new Promise(done => setTimeout(done, 50));
  last.push(performance.now() - begin);
}

const watch = setInterval(async () => memory.push(await residentMegabytes(bench.process)), 1000);
await Promise.all(Array.from({ length: clients }, (_, number) => person(number)));
clearInterval(watch);
bench.stop();
const third = Math.floor(memory.length / 3), mean = part => part.reduce((sum, m) => sum + m, 0) / part.length;
console.log(`${clients} clients, ${seconds} s: ${sent} values sent, ${finished} answered in full, ${overtaken} overtaken by newer ones, ${busy} told to wait, ${errors.length} errors`);
console.log(`last values: ${last.length} of ${clients} answered; median ${quantile(last, 0.5).toFixed(0)} ms, longest ${Math.max(...last).toFixed(0)} ms`);
console.log(`memory of the server: ${mean(memory.slice(0, third)).toFixed(0)} MB in the first third, ${mean(memory.slice(-third)).toFixed(0)} MB in the last, ${Math.max(...memory).toFixed(0)} MB at most`);
for (const error of new Set(errors)) console.error(error);
process.exitCode = errors.length === 0 && last.length === clients ? 0 : 1;
