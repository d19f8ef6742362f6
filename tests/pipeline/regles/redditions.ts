/** Reports: what the form says of itself, what is answered, and what the money says. */
import {
  answerOf,
  BILAN,
  type Change,
  type Changes,
  type Depot,
  EXERCICE,
  inExcel,
  inWord,
  makeDepot,
  patchPart,
} from '../lib/redditions';
import { change, PROPRE } from '../lib/registre';
import { j, m } from './cellules';
import type { Fixture, Fixtures } from './fixture';

const of = (echoue: Changes, ou: string | null, passe: Changes = {}): Fixture => ({
  echoue: (root) => makeDepot(root, echoue),
  ou,
  passe: (root) => makeDepot(root, passe),
});

/** Changes made before the files are written; then after. */
const avant = (change: Change): Changes => ({ avant: change });
const apres = (change: Change): Changes => ({ apres: change });

const champs = (partie: 'bilan' | 'budget', values: Depot['bilan']['champs']): Changes =>
  avant((d) => Object.assign(d[partie].champs, values));

const without = (...ids: string[]): Changes =>
  avant((d) => {
    const kept = Object.entries(d.bilan.champs).filter(([id]) => !ids.includes(id));
    d.bilan = { ...d.bilan, champs: Object.fromEntries(kept) };
  });

const line =
  (
    table: 'depenses' | 'financement' | 'indicateurs' | 'activites',
    rank: number,
    values: Depot['bilan']['champs'],
  ): Change =>
  (d) => {
    const rows = (table in d.bilan.tableaux ? d.bilan : d.budget).tableaux[table];
    if (rows) rows[rank] = { ...rows[rank], ...values };
  };

const reference = (values: Partial<Depot['dossier']['reference']>): Changes =>
  avant((d) => (d.dossier = { ...d.dossier, reference: { ...d.dossier.reference, ...values } }));

const file =
  (nom: string, text: string): Change =>
  ({ fichiers }) =>
    void fichiers.set(`${EXERCICE}/${nom}`, Buffer.from(text, 'latin1'));

const bytesOf = ({ fichiers }: Depot, nom: string) =>
  fichiers.get(`${EXERCICE}/${nom}`) ?? new Uint8Array();

const copy =
  (from: string, to: string): Change =>
  (d) =>
    void d.fichiers.set(`${EXERCICE}/${to}`, bytesOf(d, from));

const receive =
  (nom: string, jour: string): Change =>
  (d) =>
    void d.receptions.push(`${EXERCICE},${nom},${jour},`);

const all =
  (...changes: Change[]): Change =>
  (d) =>
    changes.forEach((c) => c(d));

const blank: Change = (d) => {
  d.bilan = { champs: {}, tableaux: { indicateurs: [{ indicateur: 'Ménages logés', cible: 24 }] } };
};

const RUN = '<w:r><w:t>Ajouté ailleurs</w:t></w:r>';
const IMAGE =
  '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>';
const INSERTED = '<w:ins w:id="900" w:author="x"><w:r><w:t>3</w:t></w:r></w:ins>';

const put = (code: string, xml: string) => apres(inWord(answerOf(code), `$1${xml}$3`));

/** A document with nothing of the form, its footer included. */
const letter =
  (nom: string): Change =>
  (d) => {
    const body = '<w:body><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:body>';
    const bare = patchPart(bytesOf(d, BILAN), 'word/document.xml', /<w:body>.*<\/w:body>/s, body);
    const lettre = patchPart(bare, 'word/footer1.xml', /RC\/[^<]*/, 'page');
    d.fichiers.set(`${EXERCICE}/${nom}`, lettre);
  };

const REFERENCE = /Référence du formulaire[^<]*/;

export const FORMULAIRES: Fixtures = {
  'reddition-autre-format': of(
    apres(all(file('scan.pdf', '%PDF-1.7\n'), receive('scan.pdf', '2022-05-20'))),
    null,
    apres(all(copy(BILAN, 'bilan 2.docx'), receive('bilan 2.docx', '2022-05-21'))),
  ),
  'reddition-illisible': of(
    apres((d) => d.fichiers.set(`${EXERCICE}/${BILAN}`, bytesOf(d, BILAN).slice(0, 4000))),
    null,
  ),
  'reddition-lien-externe': of(
    apres(
      inExcel('xl/worksheets/sheet1.xml', '<v>27000.00</v>', '<f>[1]Feuille!A1</f><v>27000</v>'),
    ),
    'Dépenses!E8',
    apres(inExcel('xl/worksheets/sheet1.xml', '<v>27000.00</v>', '<f>26000+1000</f><v>27000</v>')),
  ),
  'reddition-sans-reference': of(
    apres(all(letter('lettre.docx'), receive('lettre.docx', '2022-05-20'))),
    null,
    apres(inWord(REFERENCE, 'Sans référence')),
  ),
  'reddition-deux-references': of(
    apres(inWord(REFERENCE, `Référence RC/vallee/${EXERCICE}/P-2/2026-1`)),
    null,
    apres(inWord(REFERENCE, `Référence RC/vallee/${EXERCICE}/P-1/2026-1`)),
  ),
  'reddition-autre-fonds': of(reference({ fonds: 'plaine' }), null),
  'reddition-autre-exercice': of(reference({ exercice: '2022-2023' }), null),
  'reddition-projet-inconnu': of(reference({ projet: 'P-9' }), null),
  'reddition-non-attendue': of(
    avant((d) => {
      d.registre = change(PROPRE, 'projets', 0, { Début: j('2022-04-15') });
    }),
    null,
    avant((d) => {
      d.registre = change(PROPRE, 'projets', 0, { Début: j('2022-03-31') });
    }),
  ),
  'reddition-vide': of(
    avant(blank),
    null,
    avant(all(blank, (d) => (d.bilan.champs['participations'] = 0))),
  ),
  'formulaire-autre-version': of(reference({ version: '2024-1' }), null),
  'reddition-remplacee': of(
    apres(all(copy(BILAN, 'bilan v2.docx'), receive('bilan v2.docx', '2022-05-25'))),
    null,
  ),
  'reddition-versions': of(
    apres((d) => {
      copy(BILAN, 'bilan v2.docx')(d);
      inWord('Visites de logements', 'Visites')(d);
      receive('bilan v2.docx', '2022-05-20')(d);
    }),
    null,
    apres((d) => {
      copy(BILAN, 'bilan v2.docx')(d);
      inWord('Visites de logements', 'Visites')(d);
      receive('bilan v2.docx', '2022-05-21')(d);
    }),
  ),
  'reception-absente': of(
    avant((d) => (d.receptions = d.receptions.slice(1))),
    null,
  ),
  'reception-sans-fichier': of(
    avant(receive('perdu.docx', '2022-05-20')),
    'prive/redditions/receptions.csv!B4',
  ),
  'acceptation-sans-reddition': of(
    avant((d) => (d.acceptations = [`${EXERCICE},P-2,2022-06-20`])),
    'prive/redditions/acceptations.csv!B2',
    avant((d) => (d.acceptations = [`${EXERCICE},P-1,2022-06-20`])),
  ),
};

export const REPONSES: Fixtures = {
  'question-absente': of(
    apres(inWord(/<w:tr>(?:(?!<w:tr>).)*?\[F1\].*?<\/w:tr>/s, '')),
    'Partenaires et participation!F1',
    apres(inWord('[F1]', '')),
  ),
  'question-double': of(apres(inWord('[F2]', '[F1]')), 'Partenaires et participation!F1'),
  'question-inconnue': of(
    apres(inWord('[F2]', '[Z9]')),
    `prive/redditions/${EXERCICE}/${BILAN}!Z9`,
  ),
  'reponse-requise-absente': of(
    without('personnes'),
    'Personnes rejointes!C2',
    without('personnes_pauvrete'),
  ),
  'reponse-hors-case': of(
    apres(inWord('</w:tbl>', `</w:tbl><w:p>${RUN}</w:p>`)),
    'Identification!A9',
    put('F2', RUN),
  ),
  'reponse-image': of(put('F2', IMAGE), 'Partenaires et participation!F2', put('F2', RUN)),
  'reponse-suivi': of(put('F1', INSERTED), 'Partenaires et participation!F1'),
  'reponse-illisible': of(
    put('F1', '<w:r><w:t>3 ou 4</w:t></w:r>'),
    'Partenaires et participation!F1',
    put('F1', '<w:r><w:t>34</w:t></w:r>'),
  ),
  'reponse-en-lettres': of(
    put('F1', '<w:r><w:t>trois</w:t></w:r>'),
    'Partenaires et participation!F1',
    put('F1', '<w:r><w:t>3 </w:t></w:r>'),
  ),
  'formule-ecrasee': of(
    apres(inExcel('xl/worksheets/sheet1.xml', /<f>SUM\(E8[^<]*<\/f>/, '')),
    'Dépenses!E23',
  ),
  'identite-modifiee': of(
    avant(
      (d) => (d.dossier = { ...d.dossier, identite: { ...d.dossier.identite, titre: 'Un toit' } }),
    ),
    'Identification!A2',
    avant(
      (d) =>
        (d.dossier = {
          ...d.dossier,
          identite: { ...d.dossier.identite, titre: 'un  toit au val' },
        }),
    ),
  ),
  'declaration-absente': of(without('declarant'), 'Déclaration!I1'),
  'temoignage-sans-consentement': of(
    champs('bilan', { consentement: false }),
    'Témoignage!H1',
    without('temoignage', 'consentement'),
  ),
  'renseignement-personnel-reddition': of(
    champs('bilan', { temoignage: 'Je m’appelle Léonie et j’ai un toit.' }),
    'Témoignage!H1',
    champs('bilan', { temoignage: 'Je me sens chez moi.' }),
  ),
  'activite-sans-personnes': of(
    champs('bilan', { participations: 0, personnes: 0, personnes_pauvrete: 0 }),
    'Personnes rejointes!C1',
    champs('bilan', { participations: 'non-compte', personnes: 'non-compte' }),
  ),
  'pauvrete-depasse-personnes': of(
    champs('bilan', { personnes_pauvrete: 61 }),
    'Personnes rejointes!C3',
    champs('bilan', { personnes_pauvrete: 60 }),
  ),
  'cible-sans-resultat': of(
    avant((d) => (d.bilan.tableaux['indicateurs'] = [{ indicateur: 'Ménages logés', cible: 24 }])),
    'Résultats!D1',
    avant(line('indicateurs', 0, { realise: 0 })),
  ),
  'indicateur-inconnu': of(
    avant(line('indicateurs', 1, { indicateur: 'Repas', realise: 3 })),
    'Résultats!D1',
    avant(line('indicateurs', 0, { indicateur: 'ménages  logés' })),
  ),
};

export const BUDGETS: Fixtures = {
  'budget-total-ecart': of(
    apres(inExcel('xl/worksheets/sheet1.xml', /(<f>SUM\(E8[^<]*<\/f><v>)30000\.00/, '$130000.01')),
    'Dépenses!E23',
  ),
  'bilan-budget-ecart': of(champs('bilan', { depense: 3_000_001n }), 'Écarts et suite!G6'),
  'budget-octroi-ecart': of(
    avant(line('financement', 0, { confirme: 8_000_000n })),
    'Financement!D8',
  ),
  'budget-versement-ecart': of(
    avant(line('financement', 0, { recu: 4_000_001n })),
    'Financement!E8',
  ),
  'depense-depasse-accorde': of(
    avant(all(line('depenses', 0, { reel: 8_000_000n, paye: 7_700_026n }))),
    'Dépenses!E8',
    avant(all(line('depenses', 0, { reel: 8_000_000n, paye: 7_700_025n }))),
  ),
  'paye-depasse-depense': of(
    avant(line('depenses', 0, { reel: 2_600_000n })),
    'Dépenses!E8',
    avant(line('depenses', 0, { reel: 2_700_000n })),
  ),
  // The second payment, of 40,000 $, comes after the exercice.
  'solde-non-depense': of(
    avant((d) => {
      const paid = change(PROPRE, 'versements', 0, { 'Montant versé': m('10000.00') });
      d.registre = change(paid, 'projets', 0, { Fin: j('2022-03-31') });
    }),
    'Dépenses!E8',
    avant((d) => (d.registre = change(PROPRE, 'projets', 0, { Fin: j('2022-04-01') }))),
  ),
  'solde-debut-ecart': of(champs('budget', { solde_debut: 1n }), 'Sommaire!B8'),
  'administration-elevee': of(
    avant(line('depenses', 1, { reel: 900_000n, paye: 500_000n })),
    'Dépenses!E9',
    avant(line('depenses', 1, { reel: 900_000n, paye: 476_470n })),
  ),
};
