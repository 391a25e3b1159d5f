// The picture of the README: node benchmarks/workbench/picture.mjs docs/workbench.png
import { createRequire } from 'node:module';
import { app, chromiumPath, serve } from './server.mjs';

const { chromium } = createRequire(`${app}/package.json`)('playwright-core');
const bench = await serve();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto(bench.address);
  await page.waitForFunction(() => document.documentElement.dataset.drawn !== undefined && document.documentElement.dataset.drawn === document.documentElement.dataset.wanted);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: process.argv[2] });
} finally {
  await browser.close();
  bench.stop();
}
