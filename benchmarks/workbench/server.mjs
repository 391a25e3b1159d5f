// A workbench of its own for a measurement: started on a free port, ended by the caller.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `${root}artifacts/bin/Loadstone.Cli/release/Loadstone.Cli.dll`;

export const app = `${root}src/Loadstone.Web/app`;

/** Starts it; `started` is when it had printed its address. */
export async function serve() {
  if (!existsSync(program)) throw new Error('build first: dotnet build -c Release');
  const child = spawn('dotnet', [program, 'serve', '--no-open', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((found, failed) => {
    child.once('exit', code => failed(new Error(`the workbench ended with ${code}`)));
    child.stdout.on('data', data => {
      const printed = /http:\S+/.exec(String(data));
      if (printed) found(printed[0]);
    });
  });
  return { address, process: child.pid, started: performance.now(), stop: () => child.kill() };
}

/** Memory that a process holds, MB; Linux only. */
export async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

/** Time that a process has been on the processors, ms; Linux only. */
export async function processorMilliseconds(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export async function example(name) {
  return await readFile(`${root}examples/${name}`, 'utf8');
}

/** A module of the page that needs no browser. */
export async function appModule(path) {
  const vite = await import(pathToFileURL(createRequire(`${app}/package.json`).resolve('vite')).href);
  const { code } = await vite.transformWithOxc(await readFile(`${app}/${path}`, 'utf8'), path);
  return await import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Posts a request and tells each part of the answer as it comes; a server that is too busy is asked again, as the page does. Returns how often it was. */
export async function follow(url, body, onPart, signal) {
  for (let times = 0; ; times++) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
    if (response.status === 503) {
      await response.text();
      await new Promise(done => setTimeout(done, 1000 * Number(response.headers.get('retry-after'))));
      continue;
    }
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    let text = '';
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      text += piece;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        onPart(/^event: (.*)$/m.exec(text)[1]);
        text = text.slice(end + 2);
      }
    }
    return times;
  }
}

export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export function chromiumPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '').split(':').flatMap(folder => names.map(name => `${folder}/${name}`)).find(existsSync);
  if (!found) throw new Error('Chromium is not installed');
  return found;
}
