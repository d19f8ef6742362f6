/** Rules about the register: dates, amounts, links, duplicates, territories, words. */
import { avertit, bloque } from './regle';

export const DATES = {
  'dates-inversees': bloque(
    'Une période commence avant de finir',
    'Début et fin d’un projet, ouverture et fermeture d’un appel sont comparés.',
    'Corrigez l’une des deux dates.',
  ),
  'date-posterieure': bloque(
    'Rien n’est daté d’après la date des données',
    'Décisions, versements, sommes reçues, dépôts et annonces sont comparés à date_donnees.',
    'Corrigez la date, ou avancez date_donnees dans fonds.yaml.',
  ),
  'projet-hors-cycle': avertit(
    'Un projet se déroule dans son cycle',
    'Début et fin du projet sont comparés aux dates du cycle.',
    'Vérifiez les dates, ou le cycle.',
  ),
  'octroi-apres-projet': avertit(
    'Une somme est accordée avant la fin du projet',
    'La date de décision est comparée à la fin du projet.',
    'Vérifiez la date de décision et la fin du projet.',
  ),
  'amendement-avant-initial': bloque(
    'Un amendement suit la décision initiale',
    'Les dates des décisions d’un projet sont comparées.',
    'Corrigez la date ou la nature de la décision.',
  ),
  'versement-avant-decision': bloque(
    'Une somme est versée après la décision',
    'Chaque versement est comparé à la première décision du même bailleur pour ce projet.',
    'Corrigez la date du versement ou de la décision.',
  ),
  'demande-hors-appel': avertit(
    'Une demande est déposée pendant son appel',
    'La date de dépôt est comparée aux dates de l’appel.',
    'Vérifiez la date de dépôt, ou l’appel.',
  ),
  'decision-avant-depot': bloque(
    'Une demande est décidée après son dépôt',
    'Les deux dates de la demande sont comparées.',
    'Corrigez l’une des deux dates.',
  ),
  'annonce-avant-decision': avertit(
    'Un octroi est annoncé après sa décision',
    'La date d’annonce est comparée à la date de décision.',
    'Vérifiez l’annonce que l’octroi nomme, ou sa date.',
  ),
} as const;

export const MONTANTS = {
  'octroi-nul': bloque(
    'Une décision change une somme',
    'Un octroi ou un amendement de 0 $ est repéré.',
    'Écrivez le montant, ou supprimez la ligne.',
  ),
  'octroi-total-negatif': bloque(
    'Un projet n’a jamais moins que rien',
    'Les décisions d’un projet sont additionnées dans l’ordre des dates.',
    'Corrigez l’amendement : écrivez la différence, pas le nouveau total.',
  ),
  'octroi-superieur-demande': avertit(
    'Un projet ne reçoit pas plus qu’il ne demande',
    'La décision initiale est comparée à la demande liée au projet.',
    'Vérifiez les deux montants.',
  ),
  'versements-superieurs': bloque(
    'Les versements tiennent dans ce qui est accordé',
    'À la date de chaque versement, le total versé est comparé au total accordé par le même bailleur.',
    'Corrigez le versement, ou ajoutez l’amendement qui manque.',
  ),
  'verse-superieur-recu': avertit(
    'L’argent versé a été reçu',
    'À la date de chaque versement : reçu du bailleur, moins frais et retours, comparé au versé.',
    'Ajoutez la somme reçue qui manque, ou vérifiez les dates.',
  ),
  'accorde-superieur-recu': avertit(
    'À la fin d’un cycle, l’argent accordé a été reçu',
    'Cycles terminés : reçu du bailleur, moins frais et retours, comparé à l’accordé.',
    'Ajoutez les sommes reçues qui manquent, ou les amendements.',
  ),
  'recu-superieur-enveloppe': avertit(
    'L’argent reçu tient dans l’enveloppe',
    'Reçu d’un bailleur, moins frais et retours, comparé à son enveloppe du cycle.',
    'Ajoutez le mouvement d’enveloppe qui manque, ou corrigez la somme reçue.',
  ),
  'enveloppe-territoire-depassee': avertit(
    'Les octrois d’un territoire tiennent dans son enveloppe',
    'À la date de chaque décision : enveloppe du territoire, virements compris, comparée à l’accordé.',
    'Ajoutez le virement qui manque, ou corrigez le territoire du projet.',
  ),
  'enveloppe-negative': bloque(
    'Une enveloppe n’est jamais négative',
    'Les mouvements d’un territoire sont additionnés dans l’ordre des dates.',
    'Corrigez le mouvement, ou sa date.',
  ),
  'virement-desequilibre': bloque(
    'Ce qu’un territoire perd, un autre le gagne',
    'Les virements de même cycle, bailleur et date doivent faire zéro.',
    'Ajoutez la ligne qui manque, ou corrigez le montant.',
  ),
  'mouvement-signe': bloque(
    'Un mouvement d’enveloppe a le bon signe',
    'Initiale et ajout sont positifs, retour est négatif, virement n’est pas nul.',
    'Corrigez le signe, ou la sorte de mouvement.',
  ),
  'enveloppe-initiale-double': avertit(
    'Un territoire a une seule enveloppe initiale',
    'Les enveloppes initiales de même cycle, bailleur et territoire sont comptées.',
    'S’il s’agit d’un ajout, changez la sorte de mouvement.',
  ),
  'parts-priorites': bloque(
    'Les parts d’un projet font 100 %',
    'Les parts de chaque projet sont additionnées.',
    'Corrigez les parts.',
  ),
  'cible-nulle': avertit(
    'Une cible n’est pas zéro',
    'Les cibles des indicateurs sont lues.',
    'Écrivez la cible visée, ou supprimez l’indicateur.',
  ),
  'nombre-annonce-ecart': avertit(
    'Une annonce compte les projets et les organismes que le registre compte',
    'Les nombres annoncés sont comparés aux octrois de l’annonce.',
    'Vérifiez le nombre, ou l’annonce que nomment les octrois.',
  ),
} as const;

export const LIENS = {
  'octroi-initial-absent': bloque(
    'Un amendement modifie une décision initiale',
    'Chaque amendement est rapproché d’une décision initiale du même projet et du même bailleur.',
    'Ajoutez la décision initiale, ou corrigez le projet ou le bailleur.',
  ),
  'octroi-initial-double': bloque(
    'Un projet a une seule décision initiale par bailleur',
    'Les décisions initiales sont comptées.',
    'Si la seconde modifie la première, écrivez « Amendement » et la différence.',
  ),
  'projet-sans-octroi': avertit(
    'Un projet a au moins un octroi',
    'Les octrois de chaque projet sont comptés.',
    'Ajoutez l’octroi ; d’ici là, le projet n’est pas publié.',
  ),
  'resolution-absente': avertit(
    'Une décision a son numéro de résolution',
    'La colonne Résolution de chaque octroi est lue.',
    'Ajoutez le numéro de résolution.',
  ),
  'resolution-deux-dates': avertit(
    'Une résolution est d’un seul jour',
    'Les dates de décision d’une même résolution sont comparées.',
    'Corrigez le numéro ou la date.',
  ),
  'demande-sans-projet': bloque(
    'Une demande accordée a son projet',
    'Chaque demande accordée doit nommer un projet.',
    'Écrivez le numéro du projet, ou corrigez la décision.',
  ),
  'demande-avec-projet': bloque(
    'Une demande qui n’est pas accordée n’a pas de projet',
    'Les demandes refusées, retirées ou en attente sont vérifiées.',
    'Corrigez la décision, ou effacez le projet.',
  ),
  'demande-sans-date': avertit(
    'Une demande décidée a sa date de décision',
    'Chaque demande accordée ou refusée est vérifiée.',
    'Ajoutez la date de décision.',
  ),
  'demande-autre-organisme': bloque(
    'Une demande et son projet sont du même organisme',
    'Les organismes des deux lignes sont comparés.',
    'Corrigez l’un ou l’autre.',
  ),
  'annonce-sans-total': bloque(
    'Une annonce a son total',
    'Chaque annonce a une ligne sans territoire.',
    'Ajoutez la ligne du total de l’annonce.',
  ),
  'annonce-incoherente': bloque(
    'Les lignes d’une annonce disent la même chose d’elle',
    'Cycle, titre, date et appel des lignes d’une annonce sont comparés.',
    'Corrigez la ligne qui diffère.',
  ),
  'priorite-manquante': avertit(
    'Un projet a au moins une priorité',
    'Les priorités de chaque projet sont comptées.',
    'Ajoutez-la à la feuille Projets-priorités ; d’ici là, elle est dite non publiée.',
  ),
  'indicateur-manquant': avertit(
    'Un projet a au moins un indicateur',
    'Les indicateurs des projets du cycle en cours sont comptés.',
    'Ajoutez-le à la feuille Indicateurs.',
  ),
} as const;

export const DOUBLONS = {
  'organisme-en-double': bloque(
    'Un organisme n’a qu’un numéro',
    'Les noms sont comparés sans accents, ponctuation ni majuscules.',
    'Gardez un seul numéro, et employez-le partout.',
  ),
  'organismes-ressemblants': avertit(
    'Deux organismes aux noms presque pareils sont distincts',
    'Noms à une ou deux lettres près, ou faits des mêmes mots.',
    'Si c’est le même, gardez un seul numéro.',
  ),
  'projet-en-double': bloque(
    'Un projet n’a qu’un numéro',
    'Titre, organisme et cycle sont comparés, sans accents ni majuscules.',
    'Gardez un seul numéro, ou distinguez les titres.',
  ),
  'projets-ressemblants': avertit(
    'Deux projets aux titres presque pareils sont distincts',
    'Titres à une ou deux lettres près, même organisme et même cycle.',
    'Si c’est le même, gardez un seul numéro.',
  ),
  'octroi-en-double': bloque(
    'Une décision n’est inscrite qu’une fois',
    'Projet, bailleur, nature, date et montant sont comparés.',
    'Gardez une seule des deux lignes.',
  ),
  'versement-en-double': bloque(
    'Un versement n’est inscrit qu’une fois',
    'Projet, bailleur, date et montant sont comparés.',
    'Gardez une seule des deux lignes, ou réunissez les deux montants.',
  ),
  'demande-en-double': avertit(
    'Une demande n’est inscrite qu’une fois',
    'Appel, organisme et titre sont comparés, sans accents ni majuscules.',
    'Gardez une seule des deux lignes.',
  ),
} as const;

export const TERRITOIRES = {
  'portee-regionale': avertit(
    'Un projet qui touche plus de la moitié de la population, ou quatre MRC, est régional',
    'Les MRC touchées sont comptées et leur population additionnée.',
    'Mettez le projet au territoire régional, ou corrigez les MRC touchées.',
  ),
  'portee-locale': avertit(
    'Un projet régional touche plus de la moitié de la population, ou quatre MRC',
    'Les MRC touchées sont comptées et leur population additionnée.',
    'Mettez le projet au territoire de sa MRC, ou complétez les MRC touchées.',
  ),
  'territoire-non-touche': avertit(
    'Un projet local agit dans sa MRC',
    'Le territoire du projet est cherché parmi les MRC touchées.',
    'Ajoutez la MRC aux MRC touchées, ou corrigez le territoire.',
  ),
  'priorite-autre-portee': avertit(
    'Un projet local répond à une priorité locale, un projet régional à une priorité régionale',
    'La portée de chaque priorité est comparée au territoire du projet.',
    'Vérifiez la priorité et le territoire.',
  ),
} as const;

export const TEXTES = {
  'renseignement-personnel': bloque(
    'Aucun renseignement personnel dans un texte publié',
    'Courriel, téléphone, adresse, code postal, numéro d’assurance sociale et nom après « M. » ou « Mme » sont cherchés.',
    'Effacez le renseignement.',
  ),
  'renseignement-personnel-interne': avertit(
    'Aucun renseignement personnel dans une note',
    'Courriel, téléphone, adresse, code postal, numéro d’assurance sociale et nom après « M. » ou « Mme » sont cherchés.',
    'Effacez le renseignement : il n’a pas à être au registre.',
  ),
} as const;
