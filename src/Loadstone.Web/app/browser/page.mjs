// What scenarios of the Bench and Document pages share.

/** The design as the page keeps it. */
export const text = page => page.evaluate(() => sessionStorage.getItem('loadstone.document'));

/** Waits until the curves of the newest change stand on the screen. */
export const drawn = page => page.waitForFunction(() => document.documentElement.dataset.drawn !== undefined && document.documentElement.dataset.drawn === document.documentElement.dataset.wanted);

/** Waits until the design holds for a test, which is told what would be wrong. */
export async function until(page, holds, otherwise, ...given) {
  await page.waitForFunction(holds, given).catch(async () => {
    throw new Error(`${otherwise}; the design is ${await text(page)}`);
  });
}

/** A number of the table beside the plots. */
export async function number(page, name) {
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) }).first();
  return Number(await row.getByRole('cell').first().textContent());
}

/** What the drawing of the stack looks like now, as a short text that differs where the picture does. */
export const picture = page => page.locator('.stack-drawing canvas').evaluate(canvas => canvas.toDataURL());

/** Fails where something is not so. */
export function expect(isSo, otherwise) {
  if (!isSo) throw new Error(otherwise);
}

/** Saves a picture of the page where a folder was given. */
export async function show(page, pictures, name) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}
