import { readFile } from 'node:fs/promises';

const example = new URL('../../../../examples/high-solids-slurry.json', import.meta.url);

/** An edit of the solids content goes into the document, moves the results, and is undone; a document without a process gets one by a button. */
export default async function ({ visit, address }) {
  const page = await visit();
  const text = await readFile(example, 'utf8');
  await page.addInitScript(design => localStorage.getItem('loadstone.document') ?? localStorage.setItem('loadstone.document', design), text);
  await page.goto(new URL('/process', address).href);
  await page.getByText('70.0 % of solids, inside').waitFor();
  const solids = page.getByLabel('Solids content', { exact: true }).last();
  await solids.fill('77');
  await solids.press('Enter');
  await page.getByText('77.0 % of solids').waitFor();
  const kept = await page.evaluate(() => localStorage.getItem('loadstone.document'));
  if (!kept.includes('"solidsContent": "77 %"')) throw new Error('the edit is not in the document');
  await page.getByRole('button', { name: /undo/i }).first().click();
  await page.getByText('70.0 % of solids').waitFor();

  const plain = JSON.parse(text);
  delete plain.positive.process;
  delete plain.variants;
  delete plain.measured;
  const other = await visit();
  await other.addInitScript(design => localStorage.setItem('loadstone.document', design), JSON.stringify(plain));
  await other.goto(new URL('/process', address).href);
  await other.getByRole('button', { name: 'Start from slurries' }).click();
  await other.getByRole('heading', { name: 'Drying', level: 2 }).waitFor();
}
