/** Figures of a page as a reader gets them: what is written, drawn and downloaded. */
import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { splitCsv } from '../../pipeline/lib/csv';

export interface Marque {
  readonly nom: string;
  readonly valeur: string;
  readonly classe: string;
}

export interface FigureLue {
  readonly id: string;
  readonly titre: string;
  readonly colonnes: readonly string[];
  readonly lignes: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
  readonly marques: readonly Marque[];
}

/** Cents of an amount as it is read; null where there is none. */
export function centsDe(texte: string): number | null {
  const found = /(\u2212?)(\d[\d\s\u00a0]*)(?:,(\d\d))?[\s\u00a0]\$/.exec(texte);
  if (!found) return null;
  const whole = Number(found[2]!.replace(/\D/g, '')) * 100 + Number(found[3] ?? 0);
  return found[1] ? -whole : whole;
}

/** Files made in the page go to a list instead of the disk. */
export async function captureFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const files: Blob[] = [];
    Object.assign(window, { files });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object: Blob | MediaSource) => {
      if (object instanceof Blob && !object.type.startsWith('text/javascript')) files.push(object);
      return make(object);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
}

export const readFigures = (page: Page): Promise<FigureLue[]> =>
  page.evaluate(() => {
    const texts = (cells: Iterable<Element>) => [...cells].map((c) => c.textContent?.trim() ?? '');
    return [...document.querySelectorAll('section.figure')].map((figure) => {
      const rows = [...figure.querySelectorAll('tbody tr')].map((row) => texts(row.children));
      const total = figure.querySelector('tfoot tr');
      const titles = [...figure.querySelectorAll('thead th')].map((th) => {
        const seen = th.cloneNode(true) as Element;
        for (const arrow of seen.querySelectorAll('[aria-hidden]')) arrow.remove();
        return seen;
      });
      const marques = [...figure.querySelectorAll('.large [data-valeur]')].map((mark) => ({
        nom: mark.getAttribute('data-nom') ?? '',
        valeur: mark.getAttribute('data-valeur') ?? '',
        classe: mark.parentElement?.getAttribute('class') ?? '',
      }));
      return {
        id: figure.getAttribute('data-figure') ?? figure.id,
        titre: figure.querySelector('.titre-figure')?.textContent ?? '',
        colonnes: texts(titles),
        lignes: rows,
        total: total && texts(total.children),
        marques,
      };
    });
  });

/** Rows of the files of a figure: first row the headings, numbers as numbers. */
export interface Fichiers {
  readonly csv: readonly (readonly string[])[];
  readonly xlsx: readonly (readonly unknown[])[];
  readonly json: { lignes: Record<string, unknown>[]; total: Record<string, unknown> | null };
}

async function fileOf(page: Page, figure: string, format: string): Promise<Buffer> {
  // The buttons wait for the script of the page.
  await page.waitForFunction(
    ([id, wanted]) => {
      const { files } = window as unknown as { files: Blob[] };
      const buttons = document.querySelectorAll<HTMLButtonElement>(
        `section.figure[data-figure="${id}"] .actions button:enabled`,
      );
      const button = [...buttons].find((b) => b.textContent?.trim() === wanted);
      files.length = 0;
      button?.click();
      return button !== undefined;
    },
    [figure, format] as const,
  );
  const given = await page.waitForFunction(
    () => (window as unknown as { files: Blob[] }).files[0],
    undefined,
    { polling: 5 },
  );
  const base64 = await given.evaluate(async (file) => {
    const bytes = new Uint8Array(await file!.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  });
  return Buffer.from(base64, 'base64');
}

export async function readFiles(page: Page, figure: string): Promise<Fichiers> {
  const csv = splitCsv((await fileOf(page, figure, 'CSV')).toString('utf8'), ';');
  const [sheet] = await readExcel(await fileOf(page, figure, 'XLSX'));
  const json = JSON.parse((await fileOf(page, figure, 'JSON')).toString('utf8'));
  return { csv, xlsx: sheet!.data, json };
}
