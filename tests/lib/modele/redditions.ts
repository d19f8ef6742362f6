/** Reports that a reader can expect: one a project and an exercice, whatever came of it. */
import { groupBy } from '../../../pipelines/lib/group';
import { type Publication, texte } from './lire';

export interface Attendue {
  readonly publication: number;
  readonly projet: string;
  readonly exercice: string;
  readonly cycle: string;
  readonly territoire: string;
  readonly organisme: string | null;
  /** In order, so that two projects of the same priorities say it in the same way. */
  readonly priorites: readonly string[];
}

/** The same in every publication. */
export const keyOf = ({ exercice, projet }: Pick<Attendue, 'exercice' | 'projet'>): string =>
  `${exercice}/${projet}`;

/** Expected reports of a publication: the exercice has begun and the project goes on during it. */
export function expectedOf({ rang, jour, tables }: Publication): Attendue[] {
  const begun = tables.exercices.filter((e) => (texte(e, 'debut') ?? '') <= jour);
  const cycles = new Map(tables.cycles.map((c) => [texte(c, 'cycle_id'), c]));
  const priorites = groupBy(tables.projets_priorites, (p) => texte(p, 'projet_id'));
  return tables.projets.flatMap((projet) => {
    const cycle = cycles.get(texte(projet, 'cycle_id'));
    const debut = texte(projet, 'debut') ?? (cycle && texte(cycle, 'debut')) ?? '';
    const fin = texte(projet, 'fin') ?? (cycle && texte(cycle, 'fin')) ?? '9999-12-31';
    const id = texte(projet, 'projet_id') ?? '';
    const siennes = (priorites.get(id) ?? []).map((p) => texte(p, 'priorite_id') ?? '').toSorted();
    return begun
      .filter((e) => debut <= (texte(e, 'fin') ?? '') && fin >= (texte(e, 'debut') ?? ''))
      .map((e) => ({
        ...{ publication: rang, projet: id, exercice: texte(e, 'exercice_id') ?? '' },
        ...{ cycle: texte(projet, 'cycle_id') ?? '', priorites: siennes },
        territoire: texte(projet, 'territoire_id') ?? '',
        organisme: texte(projet, 'organisme_id'),
      }));
  });
}

/** Reports that feed the very same sums of the same publications: one unknown stands for all of them. */
export interface Classe {
  readonly nom: string;
  /** `exercice/projet` of each. */
  readonly redditions: readonly string[];
  /** What one of them is, by publication; nothing where it is not expected. */
  readonly par: ReadonlyMap<number, Attendue>;
}

/** Classes of reports by what `feeds` says of each in each publication. */
export function classesOf(
  attendues: readonly Attendue[],
  feeds: (attendue: Attendue) => string,
): Classe[] {
  const byReport = groupBy(attendues, keyOf);
  const signed = [...byReport].map(([cle, fois]) => ({
    cle,
    fois,
    signature: fois.map((a) => `${a.publication}:${feeds(a)}`).join(' '),
  }));
  return [...groupBy(signed, (s) => s.signature).values()].map((pareilles) => ({
    nom: pareilles.map((p) => p.cle).join('+'),
    redditions: pareilles.map((p) => p.cle),
    par: new Map(pareilles[0]!.fois.map((a) => [a.publication, a])),
  }));
}
