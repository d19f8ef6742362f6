/** The demonstration is made from its seed alone, and names nobody and no real place. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AU_COMPLET } from '../../lib/ampleur';
import { writeFichiers } from '../../../pipelines/demo/fichiers';
import { readDefinition } from '../../../pipelines/forms/definition';
import { LISTES } from '../../../pipelines/demo/registre';
import { readListes } from '../../../pipelines/gabarit/listes';
import { readFonds } from '../../../pipelines/lib/fonds';
import { tempFolder } from '../../lib/temp';
import { DEMO, readDemo, readTexts, REGISTRE } from './lecture';
import { textsIn } from './textes';

const filesOf = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dossier, path.join(entry.parentPath, entry.name)))
    .sort();

const HAND_WRITTEN = 'formulaires/reddition.yaml';

test(
  'made again, it has the very bytes that are kept, and nothing else is kept',
  AU_COMPLET,
  async () => {
    const definition = await readDefinition(DEMO);
    const dossier = tempFolder();
    mkdirSync(path.join(dossier, 'prive/redditions/2018-2019'), { recursive: true });
    writeFileSync(path.join(dossier, 'prive/redditions/2018-2019/bilan.docx'), 'de trop');
    const written = await writeFichiers(dossier, definition!);
    expect(filesOf(dossier)).toEqual([...written].sort());
    expect(filesOf(DEMO)).toEqual([...written, HAND_WRITTEN].sort());
    for (const fichier of written) {
      const kept = readFileSync(path.join(DEMO, fichier));
      expect(kept.equals(readFileSync(path.join(dossier, fichier))), fichier).toBe(true);
    }
  },
);

test('it declares itself fictional, and each cycle complete with a note that says so', async () => {
  const fonds = await readFonds(DEMO);
  expect(fonds).toMatchObject({ id: 'demo', fictif: true, ordre: 2, date_donnees: '2026-10-31' });
  expect(fonds.nom).toContain('(démonstration)');
  expect(fonds).not.toHaveProperty('courriel');
  for (const { couverture, couverture_note } of fonds.cycles) {
    expect(couverture).toBe('complete');
    expect(couverture_note).toMatch(/^données entièrement inventées/);
  }
  expect(fonds.bailleurs.map(({ compte }) => compte)).toEqual([true, false]);
});

test('the lists that its register offers are those of its files', async () => {
  expect(await readListes(DEMO)).toEqual(LISTES);
});

test('the register is declared with its hash', () => {
  const sha256 = createHash('sha256')
    .update(readFileSync(path.join(DEMO, REGISTRE)))
    .digest('hex');
  const source = readDemo('prive/recu/registre/source.yaml');
  expect(source).toContain(`  - nom: registre.xlsx\n    source: registre\n    sha256: ${sha256}\n`);
  expect(source).not.toMatch(/encodage|separateur|url/);
});

const MRC = `Abitibi;Abitibi-Ouest;Acton;Antoine-Labelle;Argenteuil;Arthabaska;Avignon;Beauce-Centre;
Beauce-Sartigan;Beauharnois-Salaberry;Bécancour;Bellechasse;Bonaventure;Brome-Missisquoi;Caniapiscau;
Charlevoix;Charlevoix-Est;Coaticook;D'Autray;Deux-Montagnes;Drummond;Joliette;Kamouraska;L'Assomption;
L'Érable;L'Île-d'Orléans;L'Islet;La Côte-de-Beaupré;La Côte-de-Gaspé;La Haute-Côte-Nord;La Haute-Gaspésie;
La Haute-Yamaska;La Jacques-Cartier;La Matanie;La Matapédia;La Mitis;La Nouvelle-Beauce;La Rivière-du-Nord;
La Vallée-de-l'Or;La Vallée-de-la-Gatineau;La Vallée-du-Richelieu;Lac-Saint-Jean-Est;Le Domaine-du-Roy;
Le Fjord-du-Saguenay;Le Golfe-du-Saint-Laurent;Le Granit;Le Haut-Richelieu;Le Haut-Saint-François;
Le Haut-Saint-Laurent;Le Rocher-Percé;Le Val-Saint-François;Les Appalaches;Les Basques;Les Chenaux;
Les Collines-de-l'Outaouais;Les Etchemins;Les Jardins-de-Napierville;Les Laurentides;Les Maskoutains;
Les Moulins;Les Pays-d'en-Haut;Les Sources;Lotbinière;Manicouagan;Marguerite-D'Youville;Maria-Chapdelaine;
Maskinongé;Matawinie;Mékinac;Memphrémagog;Minganie;Montcalm;Montmagny;Nicolet-Yamaska;Papineau;
Pierre-De Saurel;Pontiac;Portneuf;Rimouski-Neigette;Rivière-du-Loup;Roussillon;Rouville;Sept-Rivières;
Témiscamingue;Témiscouata;Thérèse-De Blainville;Vaudreuil-Soulanges`;

const REGIONS = `Bas-Saint-Laurent;Saguenay–Lac-Saint-Jean;Capitale-Nationale;Mauricie;Estrie;Montréal;
Outaouais;Abitibi-Témiscamingue;Côte-Nord;Nord-du-Québec;Gaspésie–Îles-de-la-Madeleine;
Chaudière-Appalaches;Laval;Lanaudière;Laurentides;Montérégie;Centre-du-Québec`;

const namesIn = (list: string) => list.split(';').map((name) => name.trim());

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLowerCase();

/** With spaces around, so that a name is found whole. */
const inWords = (text: string) => ` ${fold(text).replace(/[^a-z'–-]+/g, ' ')} `;

describe('no text of it', async () => {
  const isForm = (fichier: string) => /^prive\/redditions\/.*\.(xlsx|docx|pdf)$/.test(fichier);
  const forms = filesOf(DEMO).filter(isForm);
  const lists = filesOf(DEMO).filter((fichier) => !/\.(xlsx|docx|pdf)$/.test(fichier));
  const inForms = forms.map((fichier) => textsIn(readFileSync(path.join(DEMO, fichier))));
  const texts = [...lists.map(readDemo), ...(await readTexts()), ...inForms.flat()];

  test('names an MRC or a region of Québec', () => {
    const names = [...namesIn(MRC), ...namesIn(REGIONS)];
    expect(namesIn(MRC)).toHaveLength(87);
    expect(namesIn(REGIONS)).toHaveLength(17);
    const all = texts.map(inWords).join('|');
    expect(texts.length).toBeGreaterThan(20_000);
    expect(names.filter((name) => all.includes(inWords(name)))).toEqual([]);
  });

  /** The one that a report gives by mistake: no area has this code. */
  const PLANTE = '(pour les joindre : 999 555-0142)';

  test('holds an e-mail, a telephone number or a postal code, but for a planted one', () => {
    const personal = [/\S@\S/, /\b\d{3}[ .-]\d{3}[ .-]\d{4}\b/, /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/];
    const others = texts.map((text) => text.replace(PLANTE, ''));
    for (const pattern of personal) expect(others.filter((text) => pattern.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes(PLANTE))).toHaveLength(1);
  });

  test('is in a form that does not say that it is fictional', () => {
    const silent = forms.filter((_, i) => !inForms[i]?.join(' ').includes('DONNÉES FICTIVES'));
    const cut = forms.filter((_, i) => inForms[i]?.length === 0);
    expect(forms.length).toBeGreaterThan(600);
    expect(silent).toEqual(cut);
    expect(cut).toHaveLength(1);
  });
});
