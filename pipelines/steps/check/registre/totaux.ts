/** Announced totals against the decisions that they count. */
import { groupBy } from '../../../lib/group';
import { cents, entier, type Registre, sumCents, texte } from '../../../lib/registre';
import { dollars } from '../../../lib/dollars';
import type { Ligne } from '../../harmonise/registre';
import { provenanceIn } from '../../read/table';
import { ENSEMBLE } from '../../../lib/catalogue';
import { isPrecision } from '../../../../src/lib/domain/precision';
import { agrees } from '../../link/faits';
import type { ProductRow } from '../../link/rows';
import { type Found, found, type Verification } from './contexte';

/** Step of a rounded announcement: the dollar, in cents. */
const PAS_ARRONDI = 100n;

interface Total {
  readonly ligne: Ligne;
  readonly octrois: readonly Ligne[];
  readonly publie: bigint;
  readonly calcule: bigint;
  readonly resultat: 'conforme' | 'arrondi' | 'ecart';
}

function judge(ligne: Ligne, calcule: bigint): Total['resultat'] {
  const precision = texte(ligne, 'precision');
  const fait = {
    cents: cents(ligne, 'montant_annonce'),
    precision: isPrecision(precision) ? precision : ('exact' as const),
    pas: precision === 'arrondi' ? PAS_ARRONDI : 0n,
  };
  if (!agrees(fait, calcule)) return 'ecart';
  return precision === 'arrondi' && calcule !== fait.cents ? 'arrondi' : 'conforme';
}

/** Each announced total with the decisions that name its announcement. */
function totalsOf(registre: Registre): Total[] {
  const byAnnonce = groupBy(registre.feuilles.octrois, (o) => registre.annonceOf(o));
  return registre.feuilles.annonces.map((ligne) => {
    const territoire = texte(ligne, 'territoire');
    const octrois = (byAnnonce.get(texte(ligne, 'annonce_id') ?? '') ?? []).filter((o) => {
      const projet = registre.projetOf(o);
      return projet && (territoire === null || texte(projet, 'territoire') === territoire);
    });
    const calcule = sumCents(octrois, 'montant_accorde');
    const publie = cents(ligne, 'montant_annonce');
    return { ligne, octrois, publie, calcule, resultat: judge(ligne, calcule) };
  });
}

const amounts: Verification = ({ registre }) =>
  totalsOf(registre).flatMap(({ ligne, publie, calcule, resultat }): Found[] => {
    if (resultat === 'conforme') return [];
    const said = `le total publié est de ${dollars(publie)}, ses octrois font ${dollars(calcule)} : écart de ${dollars(publie - calcule)}`;
    return resultat === 'arrondi'
      ? [found('controle-arrondi', ligne, 'montant_annonce', `${said}, dans l’arrondi déclaré`)]
      : [
          found(
            'controle-ecart',
            ligne,
            'montant_annonce',
            `${said} ; vérifiez les montants, ou l’annonce que nomment les octrois`,
          ),
        ];
  });

const counts: Verification = ({ registre }) =>
  totalsOf(registre).flatMap(({ ligne, octrois }): Found[] => {
    const projets = octrois.flatMap((o) => registre.projetOf(o) ?? []);
    const organismes = projets.map((p) => registre.find('organismes', texte(p, 'organisme'))?.id);
    const check = (champ: string, quoi: string, compte: number) => {
      const annonce = entier(ligne, champ);
      if (annonce === null || annonce === compte) return [];
      const message = `${annonce} ${quoi} annoncés, ${compte} au registre : vérifiez ce nombre, ou l’annonce que nomment les octrois`;
      return [found('nombre-annonce-ecart', ligne, champ, message)];
    };
    return [
      ...check('nombre_projets', 'projets', new Set(projets.map((p) => p.id)).size),
      ...check('nombre_organismes', 'organismes', new Set(organismes).size),
    ];
  });

export const totaux: readonly Verification[] = [amounts, counts];

/** Announced totals as controls of the product, never summed with the grants. */
export const controleRows = (registre: Registre): ProductRow[] =>
  totalsOf(registre).map(({ ligne, publie, calcule, resultat }) => {
    const annonce = texte(ligne, 'annonce_id') ?? '';
    const territoires = texte(ligne, 'territoire') ?? ENSEMBLE;
    return {
      controle_id: `controle-${annonce}-${territoires}`,
      objet: 'octrois',
      evenement_id: annonce,
      territoires,
      montant_publie: publie,
      precision: texte(ligne, 'precision'),
      montant_calcule: calcule,
      ecart: publie - calcule,
      resultat,
      date_effet: texte(ligne, 'date_annonce'),
      source_id: ligne.sourceId,
      provenance: provenanceIn(ligne.row, 'montant_annonce'),
    };
  });
