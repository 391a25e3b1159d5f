// How fast the workbench's server answers, and whether it keeps up with many clients.
//   node benchmarks/workbench-api.mjs http://127.0.0.1:5123 latency 200
//   node benchmarks/workbench-api.mjs http://127.0.0.1:5123 clients 50 60
const [address, mode = 'latency', first = mode === 'latency' ? '200' : '50', second = '60'] = process.argv.slice(2);
const rates = ['0.1C', '0.2C', '0.5C', '1C'];
const document = (await (await fetch(new URL('/api/examples/1-large-at-the-foil', address))).json()).document;
const at = porosity => document.replace('"25 %"', `"${porosity} %"`);

/** Asks for a design and tells when the last rate and when all was there [ms], or how it ended otherwise. */
async function ask(body, signal) {
  const start = performance.now();
  const response = await fetch(new URL('/api/bench', address), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
  if (!response.ok) return { end: `status ${response.status}` };
  let text = '', count = 0, toRates = NaN, end = 'nothing';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
      end = /^event: (.*)$/m.exec(text.slice(0, at))[1];
      if (end === 'rate' && ++count === rates.length) toRates = performance.now() - start;
      text = text.slice(at + 2);
    }
  }
  return { end, toRates, toAll: performance.now() - start };
}

const spread = values => {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = part => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1);
  return `median ${quantile(0.5)} ms, 95th percentile ${quantile(0.95)} ms, ${sorted.length} answers`;
};
const shaken = () => (20 + 30 * Math.random()).toFixed(4);

if (mode === 'latency') {
  for (let i = 0; i < 20; i++) await ask({ document: at(shaken()), rates });
  const answers = [];
  for (let i = 0; i < Number(first); i++) answers.push(await ask({ document: at(shaken()), rates }));
  console.log(`last of ${rates.length} rates: ${spread(answers.map(answer => answer.toRates))}`);
  console.log(`all parts: ${spread(answers.map(answer => answer.toAll))}`);
} else {
  const until = performance.now() + 1000 * Number(second);
  const tally = { sent: 0, overtaken: 0, failed: 0, lost: 0, times: [] };
  await Promise.all(Array.from({ length: Number(first) }, async (_, visitor) => {
    const waiting = [];
    for (let sequence = 1, last = false; !last; sequence++) {
      last = performance.now() > until;
      tally.sent++;
      waiting.push(ask({ document: at(shaken()), rates, client: `visitor ${visitor}`, sequence }).then(answer => {
        if (answer.end === 'done') tally.times.push(answer.toRates);
        else if (last) tally.lost++;
        else if (answer.end === 'problem' || answer.end.startsWith('status')) tally.failed++;
        else tally.overtaken++;
      }, () => tally.failed++));
      if (!last) await new Promise(resolve => setTimeout(resolve, 200 + 800 * Math.random()));
    }
    await Promise.all(waiting);
  }));
  const { times, ...counts } = tally;
  console.log(JSON.stringify(counts));
  console.log(`last of ${rates.length} rates: ${spread(times)}`);
}
