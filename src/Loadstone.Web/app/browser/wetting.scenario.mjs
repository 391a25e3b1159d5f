import { readFile } from 'node:fs/promises';

const example = new URL('../../../../examples/l-dry-s.json', import.meta.url);

/** A capillary run ends with numbers and an order; a viscous one can be watched, stopped and scrubbed; what is wrong is said at its field. */
export default async function ({ visit, address }) {
  const page = await visit({ expectErrors: true });
  const text = await readFile(example, 'utf8');
  await page.addInitScript(design => localStorage.setItem('loadstone.document', design), text);
  await page.goto(new URL('/wetting', address).href);
  const fill = page.getByRole('button', { name: /^(Fill|Start anew)$/ });
  await page.getByLabel('Random beds', { exact: true }).fill('2');
  await fill.click();
  await page.getByRole('rowheader', { name: 'saturation at breakthrough' }).waitFor({ timeout: 90000 });
  await page.locator('.order').waitFor();

  await page.getByLabel('Gap', { exact: true }).fill('0.8');
  await fill.click();
  await page.locator('.option .problem').waitFor();
  await page.getByLabel('Gap', { exact: true }).fill('2 µm');
  await page.getByLabel('Porosity', { exact: true }).fill('75 %');

  await page.getByRole('radio', { name: /^Viscous/ }).check();
  await page.getByLabel('Grid cell', { exact: true }).fill('1 µm');
  await page.getByLabel('Injected', { exact: true }).fill('10');
  await fill.click();
  await page.getByText(/^(?!0\.000)\d\.\d{3} pore volumes/).waitFor({ timeout: 90000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('slider', { name: 'Injected pore volumes' }).fill('0');
  await page.getByText('0.000 pore volumes').waitFor();
}
