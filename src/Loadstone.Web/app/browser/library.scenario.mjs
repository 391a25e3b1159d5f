import { readFile } from 'node:fs/promises';
import { accessible } from './axe.mjs';
import { downloaded, drop } from './hands.mjs';

const example = new URL('../../../../examples/lgm50.bpx.json', import.meta.url);

/** Materials show their functions and sources, parameter sets become designs, exchange files come in and go out whole; a broken one is told with its place. */
export default async function ({ visit, address }) {
  const page = await visit({ expectErrors: true });
  const design = await readFile(new URL('../../../../examples/nmc811-graphite-full-cell.json', import.meta.url), 'utf8');
  await page.addInitScript(text => localStorage.getItem('loadstone.document') ?? localStorage.setItem('loadstone.document', text), design);
  await page.goto(new URL('/library', address).href);
  const shelves = page.getByRole('navigation', { name: 'Library', exact: true });

  await page.getByLabel('Search the library').fill('nmc811');
  await shelves.getByRole('button', { name: /^nmc811/ }).first().click();
  await page.getByRole('img', { name: /open-circuit potential.*against/i }).waitFor();
  await page.getByText(/Chen et al\., J\. Electrochem\. Soc\./).first().waitFor();
  const points = await downloaded(page, () => page.getByRole('button', { name: /^Download the points of .*open-circuit potential/i }).click());
  if (points.text.trim().split('\n').length < 50) throw new Error('the points of the potential are not whole');

  await page.getByLabel('Search the library').fill('chen2020');
  await shelves.getByRole('button', { name: /^chen2020/ }).click();
  await page.getByRole('heading', { name: 'chen2020' }).waitFor();
  const set = await downloaded(page, () => page.getByRole('button', { name: 'Write as BPX' }).click());
  isCell(set, 'chen2020.bpx.json');
  await page.getByLabel('Command that writes the same').waitFor();
  await page.getByRole('button', { name: 'Begin a design with it' }).click();
  await page.getByText('The design is now the cell chen2020').waitFor();
  if (!(await page.evaluate(() => localStorage.getItem('loadstone.document'))).includes('"cell": "chen2020"')) throw new Error('the design is not the set');
  await page.getByRole('button', { name: /undo/i }).first().click();

  const own = await downloaded(page, () => page.getByRole('button', { name: 'Write this design' }).click());
  isCell(own, 'design.bpx.json');

  await drop(page, page.getByRole('region', { name: 'What is looked at' }), [['lgm50.bpx.json', await readFile(example, 'utf8')]]);
  await page.getByRole('img', { name: /^Simulated discharges .* 3 curves/ }).waitFor();
  await accessible(page);
  const commands = await page.getByLabel('Commands with this cell').inputValue();
  if (!commands.includes('loadstone simulate lgm50.bpx.json')) throw new Error(`the commands are ${commands}`);
  isCell(await downloaded(page, () => page.getByRole('button', { name: 'Download as BPX 1.1' }).click()), 'chen2020.bpx.json');

  const broken = JSON.parse(await readFile(example, 'utf8'));
  broken.Parameterisation['Negative electrode']['Porosity'] = 3;
  await page.getByLabel('Read a file…').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken, null, 2)) });
  const told = page.getByRole('alert').filter({ hasText: 'broken.json cannot be read' });
  await told.getByText(/Porosity/).waitFor();
  await told.getByText(/line \d+/).waitFor();
}

function isCell({ name, text }, wanted) {
  if (name !== wanted) throw new Error(`${name} is not ${wanted}`);
  const { Header, Parameterisation } = JSON.parse(text);
  for (const part of ['Cell', 'Electrolyte', 'Negative electrode', 'Positive electrode', 'Separator']) {
    if (!/^1\./.test(Header.BPX) || typeof Parameterisation[part] !== 'object') throw new Error(`${name} has no ${part} or another version`);
  }
}
