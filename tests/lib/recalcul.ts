/** Grants of both funds, from the files received, by code that shares nothing with the pipeline. */
import { readFileSync } from 'node:fs';
import readExcel from 'read-excel-file/node';
import { readRows } from '../pipeline/lib/csv';

/** A part of a grant: what it answers by the names that pages show; null where no source says it. */
export interface Part {
  readonly cents: number;
  readonly cycle: string;
  readonly territoire: string | null;
  readonly priorite: string | null;
  readonly exercice: string;
  readonly organisme: string | null;
  /** Title of the project, null where no source names it. */
  readonly projet: string | null;
  readonly jour: string;
}

/** Money of a fund: grants, payments of those who publish them, and moves of the envelopes. */
export interface Argent {
  readonly octrois: readonly Part[];
  readonly versements: readonly Part[];
  /** Null where no source splits it. */
  readonly enveloppes: readonly Part[];
  /** Applications, in cents asked, by the title of their call; empty where no one publishes them one by one. */
  readonly demandes: readonly (Part & { readonly appel: string })[];
  /** People by bucket. */
  readonly habitants: ReadonlyMap<string, number>;
}

export type Filtre = Partial<
  Record<'cycle' | 'territoire' | 'priorite' | 'exercice' | 'organisme', string>
> & {
  readonly au?: string;
};

const read = (file: string) => readFileSync(file, 'utf8');
const cents = (value: unknown) => Math.round(Number(value) * 100);

/** April to March. */
export function exerciceDe(jour: string): string {
  const [annee = 0, mois = 0] = jour.split('-').map(Number);
  const debut = mois < 4 ? annee - 1 : annee;
  return `${debut}-${debut + 1}`;
}

/** Whole cents by whole percents: what rounding down leaves goes to the largest remainders. */
function share(total: number, percents: readonly number[]): number[] {
  const sign = total < 0 ? -1 : 1;
  const exact = percents.map((p) => (Math.abs(total) * p) / 100);
  const floors = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => (Math.abs(b.rest - a.rest) < 1e-9 ? a.i - b.i : b.rest - a.rest));
  const left = Math.abs(total) - floors.reduce((a, b) => a + b, 0);
  for (const { i } of order.slice(0, left)) floors[i]! += 1;
  return floors.map((n) => n * sign);
}

type Ligne = Readonly<Record<string, unknown>>;

async function sheets(file: string): Promise<Record<string, Ligne[]>> {
  const all = await readExcel(readFileSync(file));
  return Object.fromEntries(
    all.map(({ sheet, data }) => {
      const [titles = [], ...rows] = data;
      return [
        sheet,
        rows.map((row) => Object.fromEntries(titles.map((title, i) => [String(title), row[i]]))),
      ];
    }),
  );
}

const day = (value: unknown) => (value as Date).toISOString().slice(0, 10);

/** Labels of the register to the names of the lists. */
function namesOf(notion: string, cle: string): (label: unknown) => string {
  const names = new Map(
    readRows(read(`data/demo/reference/${notion}.csv`)).map((r) => [r[cle] ?? '', r['nom'] ?? '']),
  );
  const alias = new Map(
    readRows(read(`data/demo/alias/${notion}.csv`)).map((r) => [r['libelle'], r['id'] ?? '']),
  );
  return (label) => names.get(alias.get(String(label)) ?? '') ?? String(label);
}

const BAILLEUR = 'Fonds brunantais d’initiatives solidaires';

/** People of each MRC of a fund, as its list of buckets says. */
const habitantsOf = (fonds: string): ReadonlyMap<string, number> =>
  new Map(
    readRows(read(`data/${fonds}/reference/territoires.csv`))
      .filter((r) => r['population'])
      .map((r) => [r['nom']!, Number(r['population'])]),
  );

/** The demonstration's register, with the one correction that changes no amount left aside. */
async function demo(): Promise<Argent> {
  const book = await sheets('data/demo/prive/recu/registre/registre.xlsx');
  const own = (sheet: string) => (book[sheet] ?? []).filter((r) => r['Bailleur'] === BAILLEUR);
  const territoire = namesOf('territoires', 'territoire_id');
  const priorite = namesOf('priorites', 'priorite_id');
  const rang = new Map(
    readRows(read('data/demo/reference/priorites.csv')).map((r) => [
      r['nom'],
      r['priorite_id'] ?? '',
    ]),
  );
  const projets = new Map((book['Projets'] ?? []).map((p) => [p['Numéro'], p]));
  const liens = book['Projets-priorités'] ?? [];

  const split = (row: Ligne, date: string, montant: string): Part[] => {
    const projet = projets.get(row['Projet'])!;
    const shares = liens
      .filter((l) => l['Projet'] === row['Projet'])
      .map((l) => ({ nom: priorite(l['Priorité']), part: Number(l['Part']) }))
      .sort((a, b) => ((rang.get(a.nom) ?? '') < (rang.get(b.nom) ?? '') ? -1 : 1));
    const jour = day(row[date]);
    const base = {
      cycle: cycleOf(projet),
      territoire: territoire(projet['Territoire']),
      exercice: exerciceDe(jour),
      organisme: String(projet['Organisme']),
      projet: String(projet['Titre']),
      jour,
    };
    const total = cents(row[montant]);
    if (shares.length === 0) return [{ ...base, priorite: null, cents: total }];
    const parts = share(
      total,
      shares.map(({ part }) => part),
    );
    return shares.map(({ nom }, i) => ({ ...base, priorite: nom, cents: parts[i]! }));
  };

  return {
    octrois: own('Octrois').flatMap((o) => split(o, 'Date de décision', 'Montant accordé')),
    versements: own('Versements').flatMap((v) => split(v, 'Date du versement', 'Montant versé')),
    enveloppes: own('Enveloppes').map((e): Part => {
      const jour = day(e['Date d’effet']);
      const place = { cycle: cycleOf(e), territoire: territoire(e['Territoire']) };
      return { ...place, ...RIEN, exercice: exerciceDe(jour), jour, cents: cents(e['Montant']) };
    }),
    demandes: (book['Demandes'] ?? []).map((d) => {
      const appel = (book['Appels'] ?? []).find((a) => a['Numéro'] === d['Appel'])!;
      const jour = day(d['Date de dépôt']);
      return {
        ...{ ...RIEN, cycle: cycleOf(appel), appel: String(appel['Titre']) },
        ...{ territoire: territoire(d['Territoire']), priorite: priorite(d['Priorité']) },
        ...{ exercice: exerciceDe(jour), jour, cents: cents(d['Montant demandé']) },
      };
    }),
    habitants: habitantsOf('demo'),
  };
}

const cycleOf = (row: Ligne) => String(row['Cycle']).replace('Cycle ', '');

const JUIN = { cycle: '2019-2024', exercice: '2021-2022', jour: '2021-06-30' };
const MAI = { cycle: '2019-2024', exercice: '2022-2023', jour: '2022-05-17' };
const OCTOBRE = { cycle: '2024-2029', exercice: '2025-2026', jour: '2025-10-15' };
const MRC = ["D'Autray", 'Joliette', "L'Assomption", 'Les Moulins', 'Matawinie', 'Montcalm'];
const RIEN = { priorite: null, organisme: null, projet: null };

/** Public facts: what releases print, and what two of them leave by difference. */
function lanaudiere(): Argent {
  const lot = 'data/lanaudiere/recu/faits-publics';
  const sommes = readRows(read(`${lot}/envelopes.csv`));
  const projets = readRows(read(`${lot}/projects.csv`));
  const one = (call: string, territory: string, kind: string) =>
    cents(
      sommes.find(
        (r) => r['call']?.startsWith(call) && r['territory'] === territory && r['kind'] === kind,
      )?.['amount_cad'] || 0,
    );
  const juin = (territory: string) => one('35 projets annoncés', territory, 'awarded');
  const moulins = projets.filter((p) => p['mrc'] === 'Les Moulins');
  const named = moulins.map((p): Part => ({
    ...JUIN,
    priorite: null,
    territoire: 'Les Moulins',
    organisme: p['organisation'] ?? null,
    projet: p['title'] ?? null,
    cents: cents(p['amount_cad']),
  }));
  const total = juin('Lanaudière');
  const printed = MRC.map((territoire): Part => ({
    ...{ ...JUIN, ...RIEN, territoire },
    cents: juin(territoire),
  }));
  const sum = (parts: readonly Part[]) => parts.reduce((n, p) => n + p.cents, 0);
  const others = printed.filter((p) => p.territoire !== 'Les Moulins');
  const regional = { ...JUIN, ...RIEN, territoire: 'Régional', cents: total - sum(printed) };
  const arrondi = total - sum([...others, ...named, regional]);
  const mai = MRC.map((territoire): Part => {
    const given = one('17 projets annoncés', territoire, 'awarded');
    const left =
      one('appel automne 2021', territoire, 'available') -
      one('appel en continu 2022-04', territoire, 'remaining');
    const own = territoire === 'Joliette' && {
      priorite: 'Réussite éducative',
      projet: 'Impact Joliette',
    };
    return { ...MAI, ...RIEN, ...own, territoire, cents: given === 0 ? left : given };
  });
  const octobre = one('34 projets annoncés', 'Lanaudière', 'awarded');
  const octrois = [
    ...others,
    ...named,
    regional,
    { ...JUIN, ...RIEN, territoire: null, cents: arrondi },
    ...mai,
    { ...OCTOBRE, ...RIEN, territoire: null, cents: octobre },
  ];
  const whole = (call: string) =>
    cents(sommes.find((r) => r['call'] === call && r['kind'] === 'envelope')!['amount_cad']);
  const enveloppes = [
    { ...JUIN, ...RIEN, territoire: null, cents: whole('entente 2018-2023') },
    { ...OCTOBRE, ...RIEN, territoire: null, cents: whole('entente 2024-2029') },
  ];
  const asked = one('34 projets annoncés', 'Lanaudière', 'requested');
  const appel = { ...OCTOBRE, ...RIEN, territoire: null, appel: 'Annonce du 15 octobre 2025' };
  return {
    octrois,
    versements: [],
    enveloppes,
    demandes: [{ ...appel, cents: asked }],
    habitants: habitantsOf('lanaudiere'),
  };
}

export const argentOf = async (fonds: string): Promise<Argent> =>
  fonds === 'demo' ? demo() : lanaudiere();

/** Names that stand for what no source says. */
const NON_DITS: Record<string, string> = {
  territoire: 'Non ventilé',
  priorite: 'Priorité non publiée',
  organisme: '',
};

/** A part answers a filter, cannot be told to, or does not. */
function answers(part: Part, filtre: Filtre): 'oui' | 'inconnu' | 'non' {
  if (filtre.au !== undefined && part.jour > filtre.au) return 'non';
  let unknown = false;
  for (const cle of ['cycle', 'exercice', 'territoire', 'priorite', 'organisme'] as const) {
    const asked = filtre[cle];
    const own = part[cle] ?? NON_DITS[cle];
    if (asked === undefined || own === asked) continue;
    if (part[cle] !== null) return 'non';
    unknown = true;
  }
  return unknown ? 'inconnu' : 'oui';
}

/** Cents that answer a filter, by what `cle` says of them. */
export function totalsBy<P extends Part>(
  parts: readonly P[],
  filtre: Filtre,
  cle: (part: P) => string,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const part of parts) {
    if (answers(part, filtre) !== 'oui') continue;
    totals.set(cle(part), (totals.get(cle(part)) ?? 0) + part.cents);
  }
  return totals;
}

export const nomDe = (part: Part, cle: 'territoire' | 'priorite'): string =>
  part[cle] ?? NON_DITS[cle]!;
