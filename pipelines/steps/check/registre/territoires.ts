/** Regional or local: where a project acts, whose envelope pays it, which priorities it answers. */
import { type Catalogue, textOf } from '../../../lib/catalogue';
import { texte } from '../../../lib/registre';
import type { Ligne } from '../../harmonise/registre';
import { type Contexte, eachRow, type Verification } from './contexte';

/** From four MRC up, or over half of the population, a project is regional. */
const MRC_REGIONALES = 4;

interface Reach {
  readonly mrc: readonly string[];
  /** Share of the population of all MRC, 0 to 1; null when one is not known. */
  readonly part: number | null;
}

const natureOf = ({ territoires }: Catalogue, id: string | null): string | null => {
  const row = territoires.find((t) => textOf(t, 'territoire_id') === id);
  return row ? textOf(row, 'nature') : null;
};

function reachOf({ territoires }: Catalogue, projet: Ligne): Reach | null {
  const named = (texte(projet, 'territoires_touches') ?? '').split(';').filter(Boolean);
  const all = territoires.filter((t) => textOf(t, 'nature') === 'mrc');
  const own = all.filter((t) => named.includes(textOf(t, 'territoire_id') ?? ''));
  if (own.length === 0) return null;
  const populationOf = (t: (typeof all)[number]) => t.valeurs['population'];
  const sum = (rows: typeof all) => rows.reduce((a, t) => a + Number(populationOf(t)), 0);
  const known = all.every((t) => typeof populationOf(t) === 'number') && sum(all) > 0;
  return {
    mrc: own.map((t) => textOf(t, 'territoire_id') ?? ''),
    part: known ? sum(own) / sum(all) : null,
  };
}

const isRegional = ({ mrc, part }: Reach) => mrc.length >= MRC_REGIONALES || (part ?? 0) > 0.5;

const sayReach = ({ mrc, part }: Reach) =>
  `${mrc.length} MRC${part === null ? '' : `, ${Math.round(part * 100)} % de la population`}`;

const reach: Verification = ({ catalogue, registre }) => {
  const own = registre.feuilles.projets;
  const check = (
    regle: Parameters<typeof eachRow>[0],
    explain: (reach: Reach, l: Ligne, nature: string | null) => string | null,
  ) =>
    eachRow(regle, own, 'territoire', (l) => {
      const touched = reachOf(catalogue, l);
      return touched && explain(touched, l, natureOf(catalogue, texte(l, 'territoire')));
    });
  return [
    ...check('portee-regionale', (r, _, nature) =>
      nature === 'mrc' && isRegional(r)
        ? `ce projet touche ${sayReach(r)} : mettez-le au territoire régional, ou corrigez les MRC touchées`
        : null,
    ),
    ...check('portee-locale', (r, _, nature) =>
      nature === 'regional' && r.part !== null && !isRegional(r)
        ? `ce projet régional ne touche que ${sayReach(r)} : mettez-le au territoire de sa MRC, ou complétez les MRC touchées`
        : null,
    ),
    ...check('territoire-non-touche', (r, l, nature) =>
      nature === 'mrc' && !r.mrc.includes(texte(l, 'territoire') ?? '')
        ? 'ce territoire n’est pas parmi les MRC touchées : ajoutez-l’y, ou corrigez le territoire'
        : null,
    ),
  ];
};

const PORTEES: Readonly<Record<string, string>> = { mrc: 'locale', regional: 'regionale' };

const priorities: Verification = ({ catalogue, registre }: Contexte) =>
  eachRow('priorite-autre-portee', registre.feuilles.projets_priorites, 'priorite', (l) => {
    const projet = registre.projetOf(l);
    const nature = projet ? natureOf(catalogue, texte(projet, 'territoire')) : null;
    const row = catalogue.priorites.find((p) => textOf(p, 'priorite_id') === texte(l, 'priorite'));
    const portee = row ? textOf(row, 'portee') : null;
    const awaited = PORTEES[nature ?? ''];
    if (awaited === undefined || portee === null || portee === 'exemple' || portee === awaited)
      return null;
    return portee === 'locale'
      ? 'ce projet est régional et sa priorité est locale : vérifiez l’un et l’autre'
      : 'ce projet est local et sa priorité est régionale : vérifiez l’un et l’autre';
  });

export const territoires: readonly Verification[] = [reach, priorities];
