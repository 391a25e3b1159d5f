// Runs one scenario in a real browser: node browser/run.mjs CHROMIUM SCENARIO ADDRESS [FOLDER FOR PICTURES] [LOADSTONE.CLI.DLL]
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';

const [executablePath, scenario, address, pictures, program] = process.argv.slice(2);
const { default: play } = await import(new URL(`./${scenario}`, import.meta.url));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const complaints = [];
const running = new Set();

/** A fresh visitor, of another server where its address is given; what the browser complains of (errors, refused scripts and styles, other origins) fails the scenario. */
async function visit({ at = address, expectErrors = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.on('console', message => message.type() === 'error' && !expectErrors && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(at).origin) complaints.push(`a request to ${url.origin}`);
  });
  return page;
}

/** The command line: what it has written is in `output`; `ended` is its exit code when it has ended. */
function loadstone(...words) {
  if (!program) throw new Error('the scenario needs the command line, as the last argument');
  const child = spawn('dotnet', [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const started = { child, output: '', ended: new Promise(done => child.once('close', code => (running.delete(child), done(code)))) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (started.output += data));
  return started;
}

try {
  await play({ visit, address, pictures, loadstone });
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`);
} catch (error) {
  console.error(error.stack ?? String(error));
  process.exitCode = 1;
} finally {
  for (const child of running) child.kill('SIGKILL');
  await browser.close();
}
