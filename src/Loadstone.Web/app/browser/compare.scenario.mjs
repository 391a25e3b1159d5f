import { drawn, expect, show, text } from './page.mjs';

/** Designs are pinned, compared and taken in hand again; a variant is looked at and changed by itself; one of the gallery is begun with. */
export default async function ({ visit, address, pictures }) {
  const page = await visit();
  await page.goto(address);
  await drawn(page);

  // A pinned design stays beside the one in hand, with its numbers, and comes back.
  await page.getByRole('button', { name: 'Pin this design' }).click();
  const pinned = await text(page);
  const porosity = page.getByRole('textbox', { name: 'Porosity' }).first();
  await porosity.fill('45');
  await drawn(page);
  await page.waitForFunction(() => !document.querySelector('.numbers-table.stale'));
  const row = await page.getByRole('row', { name: /^porosity/ }).first().getByRole('cell').allTextContents();
  expect(row[0] === '45.0' && row[1] === '25.0', `the table compares ${row.join(' with ')}`);
  await show(page, pictures, 'bench-pinned');
  await page.getByRole('button', { name: /^Take .* in hand again/ }).click();
  expect(await text(page) === pinned, 'the pinned design does not come back');

  // Under a variant, an edit is the variant's alone.
  await page.evaluate(design => sessionStorage.setItem('loadstone.document', design), pinned.replace('"measured":', '"variants": { "dense": { "positive.porosity": "20 %" } },\n  "measured":'));
  await page.reload();
  await page.getByRole('combobox', { name: 'Variant' }).selectOption('dense');
  await page.getByText('set by the variant').first().waitFor();
  await porosity.fill('18');
  expect(/"porosity": "25 %"[^]*"positive.porosity": "18 %"/.test(await text(page)), `an edit under a variant went elsewhere: ${await text(page)}`);
  await drawn(page);

  // The gallery has Chen's arrangements.
  await page.getByRole('button', { name: 'New…' }).click();
  await page.getByRole('heading', { name: 'To start with' }).waitFor();
  await show(page, pictures, 'gallery');
  await page.getByRole('dialog').getByRole('button', { name: /^S-Dry-L/ }).click();
  await page.getByRole('heading', { name: /^S-Dry-L/ }).waitFor();
  await drawn(page);
  const stack = await page.locator('.stack-drawing').getAttribute('aria-label');
  expect(stack.indexOf('S 34') < stack.indexOf('L 34'), `small particles do not stand at the foil: ${stack}`);
}
