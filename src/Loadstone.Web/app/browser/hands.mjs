import { readFile } from 'node:fs/promises';

/** What a click downloads: its name and its text. */
export async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Drops files on a place, each a name and a text. */
export async function drop(page, place, files) {
  const transfer = await page.evaluateHandle(all => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}
