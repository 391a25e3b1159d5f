// What an answer costs the server: node benchmarks/workbench/answers.mjs [ANSWERS]
// One after the other, at porosities not asked for before, once its code is compiled: time to the rate curve and to all, and time on the processors, which other
// programs do not change. Linux only.
import { example, follow, processorMilliseconds, quantile, serve } from './server.mjs';

const answers = Number(process.argv[2] ?? 200), warm = 40;
const text = await example('l-dry-s.json'), url = 'api/bench';
const bench = await serve();
const questions = [
  ['structure, numbers, one rate', { rates: ['1C'], detail: null }],
  ['structure, numbers, four rates, discs', { rates: ['0.1C', '0.2C', '0.5C', '1C'], detail: null }],
  ['with losses and maps', { rates: ['0.1C', '0.2C', '0.5C', '1C'], detail: '1C' }],
];

async function ask({ rates, detail }) {
  const document = text.replace('"porosity": "25 %"', `"porosity": "${(20 + 30 * Math.random()).toFixed(6)} %"`);
  const begin = performance.now();
  let curve = 0, toCurve = NaN;
  await follow(new URL(url, bench.address), { document, rates, detail }, name => {
    if (name === 'problem') throw new Error('a problem with the document');
    if (name === 'rate' && ++curve === rates.length) toCurve = performance.now() - begin;
  });
  return [toCurve, performance.now() - begin];
}

for (const [name, question] of questions) {
  for (let i = 0; i < warm; i++) await ask(question);
  const before = await processorMilliseconds(bench.process), times = [];
  for (let i = 0; i < answers; i++) times.push(await ask(question));
  const cost = ((await processorMilliseconds(bench.process)) - before) / answers;
  const middle = of => quantile(times.map(of), 0.5).toFixed(0);
  console.log(`${name}: ${cost.toFixed(0)} ms on the processors; to the curve ${middle(([curve]) => curve)} ms, to all ${middle(([, all]) => all)} ms (medians of ${answers})`);
}
bench.stop();
