/** The reports of the demonstration: every file that came, and what the fund wrote down of them. */
import type { Definition } from '../../forms/definition';
import type { Modele } from '../registre-modele';
import { type Comptes, planArgent } from './argent';
import { listSuites, type Suite, type Tranche } from './attendues';
import { writeMots } from './bilan';
import { bytesOf, type Copie } from './copie';
import { dossierOf, reponsesOf } from './dossier';
import { Noms } from './noms';
import { type Frequentation, planPersonnes } from './personnes';
import { Roues } from './recit';
import { type Arrivee, planArrivees } from './suivi';

/** What was true of a report before anyone sent anything. */
interface Verite {
  readonly comptes: Comptes;
  readonly frequentation: Frequentation;
  /** Results of the exercices before, by indicator. */
  readonly avant: readonly number[];
  readonly rang: number;
}

function truthOf(modele: Modele, suite: Suite): [Tranche, Verite][] {
  const indicateurs = modele.indicateurs.filter((i) => i.projet.id === suite.projet.id);
  const [argent, gens] = [planArgent(suite), planPersonnes(suite, indicateurs)];
  let avant = indicateurs.map(() => 0);
  return suite.tranches.map((tranche, rang) => {
    const [comptes, frequentation] = [argent.get(tranche), gens.get(tranche)];
    if (!comptes || !frequentation) throw new RangeError(`Nothing is known of ${tranche.id}`);
    const verite = { comptes, frequentation, avant, rang };
    avant = avant.map((n, i) => n + (frequentation.resultats[i]?.realise ?? 0));
    return [tranche, verite];
  });
}

export interface Redditions {
  readonly suites: readonly Suite[];
  readonly arrivees: ReadonlyMap<Tranche, Arrivee>;
  readonly comptes: ReadonlyMap<string, Comptes>;
  readonly copies: readonly Copie[];
}

/** Copies of a report, as many as parts came. */
function copiesOf(
  definition: Definition,
  tranche: Tranche,
  { bilan, budget }: Arrivee,
  { comptes, frequentation, avant, rang }: Verite,
  { roues, noms }: { readonly roues: Roues; readonly noms: Noms },
): Copie[] {
  const recu = bilan ?? budget;
  if (recu === null) return [];
  const mots = writeMots(tranche, frequentation, { roues, avant, rang });
  const reponses = reponsesOf(tranche, mots, comptes, { recu, roues });
  const dossier = dossierOf(definition, tranche);
  const common = { tranche, dossier, reponses, projet: null, gestes: [] };
  return (['bilan', 'budget'] as const).flatMap((partie): Copie[] => {
    const jour = partie === 'bilan' ? bilan : budget;
    return jour === null ? [] : [{ ...common, partie, recu: jour, nom: noms.of(tranche, partie) }];
  });
}

/** Everything that came, from the model of the fund. */
export function planRedditions(modele: Modele, definition: Definition): Redditions {
  const suites = listSuites(modele, definition);
  const truth = new Map(suites.flatMap((suite) => truthOf(modele, suite)));
  const arrivees = planArrivees(suites, new Set());
  const tools = { roues: new Roues(), noms: new Noms() };
  const copies = [...arrivees].flatMap(([tranche, arrivee]) => {
    const verite = truth.get(tranche);
    return verite ? copiesOf(definition, tranche, arrivee, verite, tools) : [];
  });
  const comptes = new Map([...truth].map(([tranche, v]) => [tranche.id, v.comptes]));
  return { suites, arrivees, comptes, copies };
}

type Record = readonly (string | null)[];

const byText = (a: Record, b: Record) => Number(a.join() > b.join()) - Number(a.join() < b.join());

/** Lines of receptions.csv, in the order of the days. */
export const receptions = ({ copies }: Redditions): Record[] =>
  copies
    .filter((c) => c.recu !== null)
    .map(({ tranche, nom, recu, projet }) => ({
      cle: [tranche.exercice.id, recu, nom],
      ligne: [tranche.exercice.id, nom, recu, projet],
    }))
    .sort((a, b) => byText(a.cle, b.cle))
    .map(({ ligne }) => ligne);

/** Lines of acceptations.csv, in the order of the days. */
export const acceptations = ({ arrivees }: Redditions): Record[] =>
  [...arrivees]
    .filter(([, { acceptation }]) => acceptation !== null)
    .map(([{ exercice, projet }, { acceptation }]) => ({
      cle: [exercice.id, acceptation, projet.id],
      ligne: [exercice.id, projet.id, acceptation],
    }))
    .sort((a, b) => byText(a.cle, b.cle))
    .map(({ ligne }) => ligne);

export async function* writeCopies(
  definition: Definition,
  { copies }: Redditions,
): AsyncGenerator<readonly [copie: Copie, bytes: Uint8Array]> {
  for (const copie of copies) yield [copie, await bytesOf(definition, copie)];
}
