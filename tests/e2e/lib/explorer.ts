/** What a reader does on the explorer's page. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { flat } from './texte';

export const linkOf = (sql: string, fonds = 'lanaudiere') =>
  `/${fonds}/explorer?${new URLSearchParams({ requete: sql })}`;
export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Requête SQL' });
export const statusOf = (page: Page) => page.locator('.reponse > [role=status]');

/** Writes a statement in the editor and runs it by keyboard. */
export async function ask(page: Page, sql: string) {
  await page.locator('.cm-content').fill(sql);
  await page.keyboard.press('Control+Enter');
}

export async function readStatus(page: Page, pattern: RegExp) {
  await expect.poll(async () => flat((await statusOf(page).textContent()) ?? '')).toMatch(pattern);
}
