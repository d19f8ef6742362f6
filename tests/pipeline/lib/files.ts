/** Writes the files of a fund's folder from its plan. */
import { writeCsv } from './csv';
import type { Plan } from './plan';

type Rows = readonly (readonly string[])[];

const DROITS = 'https://exemple.org/licence';

function fondsYaml(plan: Plan): string {
  const cycles = plan.cycles.map(
    (c) =>
      `  - { id: ${c.id}, nom: Cycle ${c.id}, debut: ${c.debut}, fin: ${c.fin}, couverture: complete, couverture_note: Toutes les annonces }`,
  );
  const bailleurs = plan.bailleurs.map(
    (b) => `  - { id: ${b.id}, nom: ${b.nom}, compte: ${String(b.compte)} }`,
  );
  return [
    `nom: ${plan.nom}`,
    `region: ${plan.region}`,
    `mandataire: Conseil de ${plan.region}`,
    'fictif: true',
    `ordre: ${plan.ordre}`,
    `date_donnees: ${plan.annonces.at(-1)?.date.padEnd(10, '-01') ?? '2022-06-01'}`,
    `licence: { nom: Licence d’essai, url: ${DROITS} }`,
    'cycles:',
    ...cycles,
    'bailleurs:',
    ...bailleurs,
    '',
  ].join('\n');
}

function receivedRows(plan: Plan): Record<string, Rows> {
  return {
    'enveloppes.csv': [
      [
        'Cycle',
        'Événement',
        'Territoire',
        'Montant',
        'Nature',
        'Date',
        'Adresse de la source',
        'Note',
      ],
      ...plan.sommes.map((s) => [
        ...[s.cycle, s.evenement, s.territoire, s.montant, s.nature, s.date ?? ''],
        ...[s.source, s.note ?? ''],
      ]),
    ],
    'projets.csv': [
      [
        ...['Numéro de projet', 'Cycle', 'Annonce', 'Titre', 'Organisme', 'Territoire'],
        ...['Montant accordé', "Date d'annonce", 'Début', 'Fin', 'Priorité', 'Bailleur'],
        ...['Adresse de la source', 'Note'],
      ],
      ...plan.projets.map((p) => [
        ...[p.id, p.cycle, p.annonce, p.titre, p.organisme, p.territoire, p.montant],
        ...[p.date ?? '', '', '', p.priorite ?? '', p.bailleur, p.source, p.note ?? ''],
      ]),
    ],
    'sources.csv': [
      ['Code', 'Adresse', 'Éditeur', 'Titre', 'Date', 'Lecture'],
      ...plan.sources.map(([code, url]) => [
        ...[code, url, 'Éditions du Héron', `Communiqué ${code}`, '2021', 'page entière'],
      ]),
    ],
  };
}

function aliasRows(plan: Plan): Record<string, Rows> {
  const evenements = [
    ...Object.entries(plan.ententes).map(([libelle, b], i) => [
      libelle,
      `entente-${i + 1}`,
      'entente',
      b,
      '',
    ]),
    ...plan.appels.map((a) => [a.libelle, a.id, 'appel', plan.bailleurs[0]?.id ?? '', '']),
    ...plan.annonces.map((a) => [a.libelle, a.id, 'annonce', plan.bailleurs[0]?.id ?? '', '']),
  ];
  return {
    cycles: [['libelle', 'id', 'motif'], ...plan.cycles.map((c) => [c.libelle, c.id, ''])],
    territoires: [
      ['libelle', 'id', 'motif'],
      [plan.ensemble, 'ensemble', ''],
      ...plan.territoires.map((t) => [t.nom, t.id, '']),
      ...Object.entries(plan.exclus).map(([libelle, motif]) => [libelle, 'exclu', motif]),
    ],
    bailleurs: [['libelle', 'id', 'motif'], ...plan.bailleurs.map((b) => [b.nom, b.id, ''])],
    priorites: [
      ['libelle', 'id', 'precision', 'motif'],
      ...Object.entries(plan.enjeux).map(([libelle, ids]) => [
        libelle,
        ids.join(';'),
        'derive',
        '',
      ]),
    ],
    evenements: [['libelle', 'id', 'objet', 'bailleur', 'motif'], ...evenements],
    notes: [
      ['libelle', 'precision', 'pas', 'motif'],
      ...Object.entries(plan.notes).map(([libelle, [precision, pas]]) => [
        libelle,
        precision,
        pas,
        '',
      ]),
    ],
  };
}

function referenceRows(plan: Plan): Record<string, Rows> {
  const [[source = ''] = []] = plan.sources;
  return {
    territoires: [
      ['territoire_id', 'nom', 'nature'],
      ...plan.territoires.map((t) => [t.id, t.nom, t.nature]),
    ],
    priorites: [
      ['priorite_id', 'nom', 'portee', 'source_id'],
      ...plan.priorites.map((p) => [p.id, p.nom, 'locale', source]),
    ],
    appels: [
      ['appel_id', 'cycle_id', 'titre', 'date_ouverture', 'date_limite', 'source_id'],
      ...plan.appels.map((a) => [a.id, a.cycle, a.libelle, '', '', source]),
    ],
    annonces: [
      [
        ...['annonce_id', 'cycle_id', 'titre', 'date_annonce', 'nombre_projets'],
        ...['nombre_organismes', 'nombre_demandes', 'nombre_demandes_precision'],
        ...['listes_completes', 'source_id'],
      ],
      ...plan.annonces.map((a) => [
        ...[a.id, a.cycle, a.libelle, a.date, '', '', String(a.demandes ?? ''), ''],
        ...[(a.completes ?? []).join(';'), source],
      ]),
    ],
  };
}

const CORRECTIONS = ['table', 'id', 'colonne', 'valeur', 'auteur', 'date', 'motif'];

/** Text of every file but `source.yaml`, by its path in the fund's folder; received ones apart. */
export function filesOf(plan: Plan): { recus: Map<string, string>; propres: Map<string, string> } {
  const propres = new Map([
    ['fonds.yaml', fondsYaml(plan)],
    ['corrections/corrections.csv', writeCsv([CORRECTIONS, ...plan.corrections])],
  ]);
  const folders = { reference: referenceRows(plan), alias: aliasRows(plan) };
  for (const [folder, lists] of Object.entries(folders))
    for (const [nom, rows] of Object.entries(lists))
      propres.set(`${folder}/${nom}.csv`, writeCsv(rows));
  const { separateur } = plan;
  const recus = new Map(
    Object.entries(receivedRows(plan)).map(([nom, rows]) => [nom, writeCsv(rows, { separateur })]),
  );
  return { recus, propres };
}
