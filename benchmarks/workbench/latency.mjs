// From a slider's move to the redrawn rate curve, in the browser: node benchmarks/workbench/latency.mjs [MOVES]
// The slider goes to values that were not visited before; the page marks the document's root with the number of the change whose rates have all been drawn.
import { createRequire } from 'node:module';
import { app, chromiumPath, quantile, serve } from './server.mjs';

const moves = Number(process.argv[2] ?? 200);
const { chromium } = createRequire(`${app}/package.json`)('playwright-core');
const bench = await serve();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(bench.address);
  await page.waitForFunction(() => document.documentElement.dataset.drawn !== undefined);
  const ready = performance.now() - bench.started;
  const slider = page.getByRole('slider', { name: /porosity/i }).first();
  const times = [];
  for (let i = 0; i < moves; i++) {
    // Steps of an irrational part of the range never meet.
    const part = (i * 0.6180339887498949) % 1;
    times.push(await slider.evaluate((input, share) => new Promise((done, failed) => {
      const before = Number(document.documentElement.dataset.wanted);
      const late = setTimeout(() => failed(new Error('the rate curve was not redrawn within 10 s')), 10000);
      const begin = performance.now();
      const root = document.documentElement;
      const seen = new MutationObserver(() => {
        if (Number(root.dataset.drawn) <= before) return;
        seen.disconnect();
        clearTimeout(late);
        done(performance.now() - begin);
      });
      seen.observe(root, { attributes: true, attributeFilter: ['data-drawn'] });
      const low = Number(input.min), high = Number(input.max);
      input.value = String(low + (high - low) * (0.2 + 0.6 * share));
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }), part));
  }
  console.log(`page with its first curves: ${ready.toFixed(0)} ms after the address was printed`);
  console.log(`${moves} moves, 4 rates: median ${quantile(times, 0.5).toFixed(0)} ms, 95 % within ${quantile(times, 0.95).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`);
} finally {
  await browser.close();
  bench.stop();
}
