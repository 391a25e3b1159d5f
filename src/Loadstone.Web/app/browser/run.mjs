// Runs one scenario in a real browser: node browser/run.mjs CHROMIUM SCENARIO ADDRESS [FOLDER FOR PICTURES]
import { chromium } from 'playwright-core';

const [executablePath, scenario, address, pictures] = process.argv.slice(2);
const { default: play } = await import(new URL(`./${scenario}`, import.meta.url));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const complaints = [];

/** A fresh visitor; what the browser complains of (errors, refused scripts and styles, other origins) fails the scenario. */
async function visit(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.on('console', message => message.type() === 'error' && !options.expectErrors && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(address).origin) complaints.push(`a request to ${url.origin}`);
  });
  return page;
}

try {
  await play({ visit, address, pictures });
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`);
} catch (error) {
  console.error(error.stack ?? String(error));
  process.exitCode = 1;
} finally {
  await browser.close();
}
