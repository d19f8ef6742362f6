import type { RegleId } from '../../../src/lib/domain/regles/index';
/** Rules that a received row must keep by itself, at the cell that breaks them. */
import { type Catalogue, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Fonds } from '../../lib/fonds';
import type { Harmonised } from '../harmonise/index';
import { checkJour } from './listes';
import type { TypedRow } from '../normalise';
import { placeIn } from '../read/table';

type Finding = readonly [champ: string, regle: RegleId, message: string];

const isProjet = (ligne: Harmonised) => ligne.kind === 'projets-publics';
const hasMontant = (ligne: Harmonised) => typeof ligne.valeurs['montant'] === 'bigint';

function negative({ valeurs: { montant } }: Harmonised): Finding | null {
  if (typeof montant !== 'bigint' || montant >= 0n) return null;
  const message =
    'un montant négatif ne se reçoit pas ici : corrigez le signe ; un retour se déclare comme mouvement';
  return ['montant', 'montant-negatif', message];
}

/** Balances may cover several buckets together; what is granted, set aside or asked for may not. */
function together(ligne: Harmonised): Finding | null {
  const nature = String(ligne.valeurs['nature']);
  if (ligne.territoires.length < 2 || nature === 'disponible' || nature === 'restant') return null;
  const message =
    'cette somme vaut pour plusieurs territoires ensemble, et aucun ne peut la recevoir entière : écrivez une ligne par territoire, ou le territoire régional';
  return ['territoire', 'territoires-ensemble', message];
}

function withoutAnnonce(ligne: Harmonised): Finding | null {
  if (!isProjet(ligne) || !hasMontant(ligne) || ligne.objet === 'annonce') return null;
  const message =
    "ce projet a un montant, mais son évènement n'est pas une annonce : le montant se perdrait ; corrigez l'annonce, ou son objet dans alias/evenements.csv";
  return ['montant', 'octroi-sans-annonce', message];
}

function otherCycle(ligne: Harmonised, catalogue: Catalogue): Finding | null {
  const { evenement, cycle } = ligne.valeurs;
  const find = (cle: string) => (row: TypedRow) => textOf(row, cle) === evenement;
  const event =
    catalogue.annonces.find(find('annonce_id')) ?? catalogue.appels.find(find('appel_id'));
  if (!event || textOf(event, 'cycle_id') === cycle) return null;
  const message = `cette ligne est du cycle ${String(cycle)}, mais ${String(evenement)} est du cycle ${String(textOf(event, 'cycle_id'))} : corrigez l'un ou l'autre`;
  return ['cycle', 'cycle-incoherent', message];
}

/** A grant has one funder, and a project has that of its announcement. */
function otherBailleur(ligne: Harmonised): Finding | null {
  const [own, event] = [ligne.valeurs['fonds'], ligne.bailleurs.join(';')];
  if (isProjet(ligne) && hasMontant(ligne) && own !== event)
    return [
      'fonds',
      'bailleur-incoherent',
      `ce projet est de « ${String(own)} », mais son annonce est de « ${event} » : corrigez l'un ou l'autre`,
    ];
  if (ligne.valeurs['nature'] !== 'accorde' || ligne.bailleurs.length < 2) return null;
  const message =
    'une somme accordée a un seul bailleur : corrigez celui de son annonce dans alias/evenements.csv';
  return ['evenement', 'bailleur-incoherent', message];
}

/** Grants happen within the cycle that they name. */
function checkDates(fonds: Fonds, ligne: Harmonised, journal: Journal): void {
  if (!isProjet(ligne)) return;
  const { valeurs, row } = ligne;
  for (const champ of ['date', 'debut', 'fin'])
    checkJour(fonds, String(valeurs['cycle']), valeurs[champ], row, champ, journal);
}

export function checkLignes(
  fonds: Fonds,
  catalogue: Catalogue,
  lignes: readonly Harmonised[],
  journal: Journal,
): void {
  for (const ligne of lignes) {
    const rules = [negative, together, withoutAnnonce, otherBailleur];
    for (const found of [...rules.map((r) => r(ligne)), otherCycle(ligne, catalogue)]) {
      if (found === null) continue;
      const [champ, regle, message] = found;
      journal.add({ regle, ...placeIn(ligne.row, champ), message });
    }
    checkDates(fonds, ligne, journal);
  }
}
