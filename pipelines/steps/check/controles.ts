import type { RegleId } from '../../../src/lib/domain/regles/index';
import { type Catalogue, ENSEMBLE, namesOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import { dollars } from '../../lib/dollars';
import { agrees } from '../link/faits';
import type { Linked } from '../link/index';
import type { ProductRow } from '../link/rows';
import type { Controle } from '../link/soldes';
import { placeIn } from '../read/table';

type Resultat = 'conforme' | 'arrondi' | 'ecart' | 'incomplet';

const sum = (list: readonly { readonly cents: bigint }[]) => list.reduce((a, b) => a + b.cents, 0n);

/** What the tables give for a published total, and the rounding steps it rests on. */
function compute(controle: Controle, { octrois }: Linked): { cents: bigint; pas: bigint } {
  const { fait } = controle;
  const steps = (list: readonly { readonly pas: bigint }[]) => list.reduce((a, b) => a + b.pas, 0n);
  if (controle.objet !== 'octrois')
    return { cents: sum(controle.membres), pas: steps(controle.membres) };
  const parts = octrois.filter(
    (o) =>
      o.annonceId === fait.evenement &&
      (fait.territoires[0] === ENSEMBLE || fait.territoires.includes(o.territoireId)),
  );
  return { cents: sum(parts), pas: steps(parts) };
}

function judge(controle: Controle, cents: bigint, pas: bigint): Resultat {
  if (controle.manquants.length > 0) return 'incomplet';
  if (!agrees(controle.fait, cents, pas)) return 'ecart';
  const { precision, cents: publie } = controle.fait;
  return publie === cents || precision === 'minimum' || precision === 'maximum'
    ? 'conforme'
    : 'arrondi';
}

function regleOf(resultat: Exclude<Resultat, 'conforme'>, objet: Controle['objet']): RegleId {
  if (resultat === 'ecart') return objet === 'octrois' ? 'controle-ecart' : 'controle-ecart-solde';
  return `controle-${resultat}`;
}

function report(
  catalogue: Catalogue,
  controle: Controle,
  cents: bigint,
  resultat: Resultat,
  journal: Journal,
): void {
  const { fait, objet } = controle;
  const manquants = namesOf(catalogue, controle.manquants).join(', ');
  const gap = dollars(fait.cents - cents);
  const said = `le total publié est de ${dollars(fait.cents)}, ses parties font ${dollars(cents)} : écart de ${gap}`;
  const messages: Record<Resultat, string | null> = {
    conforme: null,
    arrondi: `${said}, dans l'arrondi que la source déclare`,
    ecart: `${said} ; vérifiez les montants, ou la portée que la source donne à ce total`,
    incomplet: `${said} ; sans ligne publiée pour : ${manquants}`,
  };
  const message = messages[resultat];
  if (message === null || resultat === 'conforme') return;
  journal.add({
    regle: regleOf(resultat, objet),
    ...placeIn(fait.row.row, 'montant'),
    message,
  });
}

/** Compares each published total with what the tables give; an octroi that disagrees stops the run. */
export function checkControles(
  catalogue: Catalogue,
  linked: Linked,
  journal: Journal,
): ProductRow[] {
  return linked.controles.map((controle) => {
    const { fait, objet } = controle;
    const { cents, pas } = compute(controle, linked);
    const resultat = judge(controle, cents, pas);
    report(catalogue, controle, cents, resultat, journal);
    return {
      controle_id: fait.id,
      objet,
      evenement_id: fait.evenement,
      territoires: fait.territoires.join(';'),
      montant_publie: fait.cents,
      precision: fait.precision,
      montant_calcule: cents,
      ecart: fait.cents - cents,
      resultat,
      date_effet: fait.jour,
      source_id: fait.sourceId,
      provenance: fait.provenance,
    };
  });
}
