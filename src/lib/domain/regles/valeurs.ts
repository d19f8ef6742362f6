/** Rules about single values, labels and the fund's own lists. */
import { avertit, bloque, informe } from './regle';

export const VALEURS = {
  'valeur-absente': bloque(
    'Les cellules obligatoires sont remplies',
    'Chaque colonne obligatoire est vérifiée ligne par ligne.',
    'Remplissez la cellule.',
  ),
  'valeur-inconnue': bloque(
    'Une valeur est dans sa liste',
    'La valeur est comparée à la liste fermée de sa colonne.',
    'Choisissez une valeur de la liste.',
  ),
  'montant-ambigu': bloque(
    'Un montant ne se lit que d’une façon',
    '« 1.234 » peut vouloir dire mille ou un : rien n’est deviné.',
    'Écrivez « 1234,00 » ou « 1,23 » selon le cas.',
  ),
  'montant-illisible': bloque(
    'Un montant se lit au cent près',
    'Espaces, virgules, points, parenthèses et $ sont acceptés ; deux décimales au plus.',
    'Écrivez par exemple « 1 234,50 ».',
  ),
  'date-impossible': bloque(
    'Une date existe au calendrier',
    'Dates d’Excel, « 2025-03-31 », « 31/03/2025 », « 31 mars 2025 » et « 1er avril 2025 » sont acceptées.',
    'Écrivez « 2025-10-15 ».',
  ),
  'date-ambigue': bloque(
    'Une date ne se lit que d’une façon',
    '« 03/04/2025 » peut vouloir dire mars ou avril : rien n’est deviné, sauf si source.yaml déclare l’ordre.',
    'Écrivez « 2025-04-03 », ou déclarez « ordre_dates » dans source.yaml.',
  ),
  'entier-illisible': bloque(
    'Un nombre est entier',
    'Des chiffres seulement, sans signe ni décimale.',
    'Écrivez un nombre entier.',
  ),
  'part-illisible': bloque(
    'Une part est un pourcentage entier',
    'De 1 à 100 ; une cellule d’Excel en pourcentage est acceptée.',
    'Écrivez un nombre de 1 à 100, par exemple 34, 33 et 33.',
  ),
  doublon: bloque(
    'Un identifiant ne sert qu’une fois',
    'Les identifiants de chaque feuille et de chaque table sont comparés.',
    'Gardez une seule des deux lignes.',
  ),
  'reference-orpheline': bloque(
    'Un identifiant existe là où il renvoie',
    'Chaque numéro est cherché dans sa feuille ou dans sa liste.',
    'Corrigez le numéro, ou ajoutez la ligne qui manque.',
  ),
  'libelle-inconnu': bloque(
    'Un libellé est celui d’une liste, ou a son alias',
    'Le libellé est cherché dans les listes du fonds, puis dans alias/.',
    'Corrigez-le, ou ajoutez à alias/ la ligne donnée.',
  ),
  'alias-sans-cible': bloque(
    'Un alias mène à un identifiant connu',
    'L’identifiant de chaque alias employé est cherché dans sa liste.',
    'Corrigez l’alias, ou ajoutez l’identifiant à sa liste.',
  ),
  'ligne-ecartee': informe(
    'Ligne écartée à dessein',
    'Un alias « exclu » écarte la ligne, avec un motif.',
    'Rien à faire.',
  ),
  'correction-sans-cible': bloque(
    'Une correction vise une valeur reçue',
    'La table, l’identifiant et la colonne de chaque correction sont cherchés.',
    'Corrigez la ligne de corrections.csv.',
  ),
  'territoire-non-ventile': bloque(
    'Le fonds a un territoire « non ventilé », et un seul',
    'Les territoires de cette nature sont comptés.',
    'Corrigez reference/territoires.csv.',
  ),
  'montant-negatif': bloque(
    'Un montant est positif là où il doit l’être',
    'Seuls un amendement, un virement ou un retour d’enveloppe peuvent être négatifs.',
    'Corrigez le signe.',
  ),
  'date-hors-entente': bloque(
    'Une date tombe dans son cycle',
    'Décisions, annonces et mouvements sont comparés aux dates du cycle.',
    'Corrigez la date, ou le cycle.',
  ),
  'cycle-incoherent': bloque(
    'Deux lignes liées sont du même cycle',
    'Le cycle de chaque ligne est comparé à celui de ce qu’elle nomme.',
    'Corrigez l’un ou l’autre.',
  ),
  'bailleur-incoherent': bloque(
    'Deux lignes liées ont le même bailleur',
    'Le bailleur de chaque ligne est comparé à celui de ce qu’elle nomme.',
    'Corrigez l’un ou l’autre.',
  ),
  'organisme-sans-identifiant': bloque(
    'Un nom d’organisme donne un identifiant',
    'Le nom doit avoir au moins une lettre latine ou un chiffre.',
    'Écrivez le nom aussi en lettres latines.',
  ),
  'organismes-rapproches': avertit(
    'Deux graphies d’un même nom sont comptées ensemble',
    'Les noms sont comparés sans accents, ponctuation ni majuscules.',
    'Corrigez l’un des noms, ou distinguez-les.',
  ),
} as const;

export const FAITS = {
  'nature-incoherente': bloque(
    'Une somme publiée est de la nature de son événement',
    'La nature est comparée à l’objet donné par alias/evenements.csv.',
    'Corrigez l’un ou l’autre.',
  ),
  'territoires-ensemble': bloque(
    'Une somme accordée est d’un seul territoire',
    'Seuls les soldes peuvent couvrir plusieurs territoires ensemble.',
    'Écrivez une ligne par territoire.',
  ),
  'octroi-sans-annonce': bloque(
    'Un montant de projet vient d’une annonce',
    'L’événement du projet doit être une annonce.',
    'Corrigez l’annonce, ou son objet dans alias/evenements.csv.',
  ),
  'attestation-divergente': bloque(
    'Deux sources d’un même fait s’accordent',
    'Les montants sont comparés, à l’arrondi déclaré près.',
    'Corrigez l’une des deux, ou écartez-la par son libellé.',
  ),
  'solde-inexplique': avertit(
    'Un solde suit du solde d’avant et des octrois',
    'Solde précédent moins octrois connus, comparé au solde suivant.',
    'Cherchez un virement ou un retour que la source ne dit pas.',
  ),
  'derivation-comparee': informe(
    'Montant calculé comparé à un montant publié',
    'La différence de deux soldes est comparée au montant imprimé.',
    'Rien à faire.',
  ),
  'engagement-anterieur': informe(
    'Part de l’enveloppe engagée avant les octrois connus',
    'Enveloppe moins premiers soldes connus.',
    'Rien à faire.',
  ),
} as const;

export const TOTAUX = {
  'enveloppe-depassee': bloque(
    'Les octrois d’un cycle tiennent dans son enveloppe',
    'Octrois et enveloppes des bailleurs comptés sont additionnés par cycle.',
    'Vérifiez les octrois et l’enveloppe.',
  ),
  'enveloppe-minimum-depassee': avertit(
    'Les octrois d’un cycle tiennent dans son enveloppe minimale',
    'Comme la règle d’avant, quand la source ne donne qu’un minimum.',
    'Vérifiez les octrois et l’enveloppe.',
  ),
  'controle-ecart': bloque(
    'Un total publié égale ses octrois',
    'Chaque total annoncé est comparé à la somme de ses octrois, à l’arrondi déclaré près.',
    'Vérifiez les montants, ou la portée du total.',
  ),
  'controle-ecart-solde': avertit(
    'Un total de soldes ou d’enveloppes égale ses parties',
    'Chaque total est comparé à la somme de ses parties.',
    'Vérifiez les montants, ou la portée du total.',
  ),
  'controle-arrondi': informe(
    'Total publié arrondi',
    'L’écart tient dans l’arrondi que la source déclare.',
    'Rien à faire.',
  ),
  'controle-incomplet': avertit(
    'Un total publié a toutes ses parties',
    'Les territoires sans ligne publiée sont nommés.',
    'Cherchez la ligne qui manque.',
  ),
} as const;
