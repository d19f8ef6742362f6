/** One word a notion: it feeds the data dictionary, the data package and the help of the pages. */
import { type Definition, mot } from './glossary/mot';
import { REDDITIONS } from './glossary/redditions';
import type { TableName } from './tables';

export type { Definition } from './glossary/mot';

/** Keyed by `colonne`, or by `table.colonne` where a table gives the word a narrower sense. */
export const GLOSSARY: Readonly<Record<string, Definition>> = {
  fonds_id: mot('Fonds', 'Identifiant du fonds.'),
  nom: mot('Nom', 'Nom tel qu’il se lit.'),
  region: mot('Région', 'Région que le fonds dessert.'),
  mandataire: mot('Mandataire', 'Organisation qui gère le fonds.'),
  courriel: mot('Courriel', 'Adresse où signaler une erreur.'),
  date_donnees: mot(
    'Date des données',
    'Date déclarée par le fonds pour cette publication ; les jours restants et les parts écoulées se comptent d’elle, jamais de l’horloge.',
  ),
  licence: mot('Licence', 'Licence des données publiées.'),
  licence_url: mot('Adresse de la licence', 'Texte de la licence.'),
  fictif: mot('Données fictives', 'Vrai si le fonds est inventé pour la démonstration.'),
  ordre: mot('Ordre', 'Rang d’affichage.'),
  cycle_id: mot('Cycle', 'Période pluriannuelle du fonds, comme 2024-2029.'),
  debut: mot('Début', 'Premier jour de la période.'),
  fin: mot('Fin', 'Dernier jour de la période.'),
  couverture: mot(
    'Couverture',
    'Dit si les octrois publics connus couvrent tout le cycle (complete) ou une partie seulement (partielle) ; un total sur un cycle couvert en partie est un minimum.',
  ),
  couverture_note: mot('Note de couverture', 'Ce que les sources ne couvrent pas.'),
  exercice_id: mot('Exercice', 'Année financière du 1er avril au 31 mars, comme 2025-2026.'),
  territoire_id: mot(
    'Territoire',
    'Territoire servi : une MRC, le régional, le hors MRC, ou « non ventilé » quand aucune source publique ne répartit la somme.',
  ),
  nature: mot('Nature', 'Sorte de ligne, dans une liste fermée.'),
  'octrois.nature': mot(
    'Nature',
    'projet : montant d’un projet nommé ; amendement : changement décidé ensuite ; reste : total publié moins ses projets publiés ; derive : montant calculé ; arrondi : écart d’arrondi.',
  ),
  'soldes_constates.nature': mot(
    'Nature',
    'disponible : somme ouverte à un appel ; restant : somme qui reste après lui.',
  ),
  priorite_id: mot('Priorité', 'Enjeu local ou régional auquel un projet répond.'),
  portee: mot(
    'Portée',
    'locale, régionale, exemple (citée en exemple par une source, hors de la liste officielle) ou non publiée.',
  ),
  source_id: mot('Source', 'Publication où la valeur a été lue.'),
  bailleur_id: mot('Bailleur', 'Qui finance.'),
  compte: mot('Compté', 'Faux pour un bailleur montré comme contexte et jamais additionné.'),
  editeur: mot('Éditeur', 'Qui a publié la source.'),
  titre: mot('Titre', 'Titre tel qu’il se lit.'),
  url: mot('Adresse', 'Adresse de la source.'),
  date_source: mot('Date de la source', 'Jour, mois ou année que la source montre.'),
  'fichiers_recus.fichier': mot(
    'Fichier',
    'Fichier reçu, comme les provenances le nomment, sans ses cellules.',
  ),
  lot: mot('Lot', 'Dossier de fichiers reçus ensemble.'),
  'fichiers_recus.date_reception': mot('Date', 'Date que le lot déclare pour ses fichiers.'),
  empreinte: mot(
    'Empreinte',
    'SHA-256 du fichier reçu : il change si un seul octet du fichier change.',
  ),
  lecture: mot('Lecture', 'Part de la source qui a été lue.'),
  provenance: mot('Provenance', 'Fichier reçu et cellule où la valeur a été lue.'),
  enveloppe_id: mot('Mouvement d’enveloppe', 'Identifiant de la ligne du registre de l’enveloppe.'),
  mouvement: mot('Mouvement', 'initiale, virement, ajout ou retour.'),
  date_effet: mot(
    'Date d’effet',
    'Jour à partir duquel la ligne compte dans le fonds tel que décidé un jour donné ; absent si aucune source ne le donne.',
  ),
  'octrois.date_effet': mot(
    'Date d’effet',
    'Jour à partir duquel l’octroi compte : celui de la décision, ou de l’annonce si elle seule est publique ; pour un montant calculé, celui où tout ce dont il est fait est connu.',
  ),
  'projets.date_effet': mot(
    'Date d’effet',
    'Jour à partir duquel le projet compte : celui de sa première décision, ou de son annonce si elle seule est publique.',
  ),
  'demandes.date_effet': mot(
    'Date d’effet',
    'Jour à partir duquel tout ce que la ligne compte est reçu : celui de l’annonce, ou le dernier jour de l’appel.',
  ),
  montant_enveloppe: mot('Enveloppe', 'Argent réservé pour un cycle.'),
  precision: mot(
    'Précision',
    'exact, arrondi (par la source), derive (calculé), minimum (« plus de ») ou maximum.',
  ),
  apport_id: mot('Apport', 'Somme reçue d’un bailleur, retenue pour des frais, ou retournée.'),
  'apports.nature': mot(
    'Nature',
    'recu : reçu du bailleur ; frais : frais du mandataire ; retour : retourné au bailleur.',
  ),
  date_apport: mot('Date', 'Jour où la somme a été reçue, retenue ou retournée.'),
  montant_apport: mot('Montant', 'Toujours positif : la nature dit le sens.'),
  versement_id: mot('Versement', 'Somme payée à un organisme pour un projet.'),
  date_versement: mot('Date du versement', 'Jour où la somme a été payée.'),
  montant_verse: mot('Versé', 'Somme payée aux organismes ; ni accordée, ni dépensée.'),
  population: mot('Population', 'Nombre d’habitants ; absent si aucune source ne le donne.'),
  population_annee: mot('Année de la population', 'Année que décrivent les nombres d’habitants.'),
  population_faible_revenu: mot(
    'Population à faible revenu',
    'Nombre d’habitants à faible revenu ; absent si aucune source ne le donne.',
  ),
  population_source_id: mot('Source de la population', 'Publication où la population a été lue.'),
  municipalite: mot('Municipalité', 'Municipalité du siège de l’organisme.'),
  siege_territoire_id: mot(
    'Territoire du siège',
    'Où l’organisme a son siège, ce qui n’est pas toujours le territoire servi.',
  ),
  description: mot('Description', 'Ce que fait le projet.'),
  resolution: mot('Résolution', 'Numéro de la résolution qui accorde la somme.'),
  appel_id: mot('Appel', 'Appel de projets.'),
  date_ouverture: mot('Ouverture', 'Jour d’ouverture de l’appel.'),
  date_limite: mot('Date limite', 'Dernier jour pour déposer une demande.'),
  annonce_id: mot('Annonce', 'Annonce publique d’octrois.'),
  date_annonce: mot('Date d’annonce', 'Jour de l’annonce ; un mois compte à son dernier jour.'),
  date_decision: mot(
    'Date de décision',
    'Jour de la décision ; absent si elle n’est pas publique.',
  ),
  date_precision: mot(
    'Précision de la date',
    'jour, ou mois quand la source ne donne que le mois.',
  ),
  nombre_projets: mot('Nombre de projets', 'Projets annoncés, selon la source.'),
  nombre_organismes: mot('Nombre d’organismes', 'Organismes soutenus, selon la source.'),
  'demandes_recues.demande_id': mot('Demande', 'Numéro de la demande au registre.'),
  'demandes_recues.organisme': mot('Organisme', 'Organisme qui a fait la demande.'),
  date_depot: mot('Date de dépôt', 'Jour où la demande a été reçue.'),
  decision: mot('Décision', 'accordee, refusee, retiree ou en-attente.'),
  demande_id: mot('Demande', 'Identifiant de la somme demandée.'),
  nombre_demandes: mot('Nombre de demandes', 'Demandes reçues, comptées et jamais nommées.'),
  nombre_precision: mot('Précision du nombre', 'Précision du nombre de demandes.'),
  montant_demande: mot('Montant demandé', 'Somme demandée par les organismes.'),
  'comptes_demandes.portee': mot(
    'Portée',
    'cycle : toutes les demandes d’un cycle ; appel, territoire ou priorite : les mêmes demandes, réparties.',
  ),
  mis_ensemble: mot(
    'Mis ensemble',
    'Appels, territoires ou priorités mis ensemble, joints par « + », parce que le nombre de demandes non accordées de chacun est petit ; absent pour une ligne qui en dit un seul.',
  ),
  'comptes_demandes.priorite_id': mot('Priorité', 'Priorité principale de la demande.'),
  nombre_accordees: mot('Demandes accordées', 'Demandes dont le projet est accordé.'),
  nombre_non_accordees: mot(
    'Demandes non accordées',
    'Demandes refusées, retirées ou en attente d’une décision.',
  ),
  nombre_refusees: mot(
    'Demandes refusées',
    'Absent quand ce nombre, ou un autre qui s’en déduit, serait de 1 à 4.',
  ),
  nombre_retirees: mot(
    'Demandes retirées',
    'Absent quand ce nombre, ou un autre qui s’en déduit, serait de 1 à 4.',
  ),
  nombre_en_attente: mot(
    'Demandes en attente',
    'Toutes les demandes non accordées, ou aucune ; absent quand une partie seulement attend.',
  ),
  'comptes_demandes.montant_accorde': mot(
    'Accordé',
    'Somme accordée aux projets de ces demandes, amendements compris ; ni versée, ni dépensée.',
  ),
  'comptes_demandes.date_effet': mot(
    'Date d’effet',
    'Jour à partir duquel tout ce que la ligne compte est reçu et accordé.',
  ),
  organisme_id: mot('Organisme', 'Bénéficiaire.'),
  projet_id: mot('Projet', 'Projet soutenu.'),
  priorite_declaree: mot('Priorité rapportée', 'Mots de la source sur l’enjeu du projet.'),
  part_pour_cent: mot('Part', 'Part du projet attribuée à la priorité, en pour cent.'),
  octroi_id: mot('Octroi', 'Décision qui accorde ou modifie une somme.'),
  grain: mot('Grain', 'projet, territoire ou fonds : à quel niveau la somme est publique.'),
  montant_accorde: mot('Accordé', 'Somme accordée ; ni versée, ni dépensée.'),
  methode: mot('Méthode', 'Comment le montant a été lu ou calculé.'),
  controle_id: mot(
    'Contrôle',
    'Total publié, gardé pour vérifier les octrois et jamais additionné avec eux.',
  ),
  objet: mot('Objet', 'Ce que le total vérifie.'),
  evenement_id: mot('Évènement', 'Annonce, appel ou entente concernée.'),
  territoires: mot('Territoires', 'Territoires que le total couvre.'),
  montant_publie: mot('Montant publié', 'Total tel que la source l’imprime.'),
  montant_calcule: mot('Montant calculé', 'Somme des parties connues.'),
  ecart: mot('Écart', 'Premier montant moins le second.'),
  resultat: mot('Résultat', 'conforme, arrondi, ecart ou incomplet.'),
  attestation_id: mot('Attestation', 'Autre source du même fait.'),
  table_visee: mot('Table visée', 'Table de la ligne concernée.'),
  ligne_visee: mot('Ligne visée', 'Identifiant de la ligne concernée.'),
  montant_atteste: mot('Montant attesté', 'Montant selon cette autre source.'),
  solde_id: mot('Solde constaté', 'Solde daté qu’une source imprime ; jamais additionné.'),
  date_constat: mot('Date du constat', 'Date que la source donne au solde.'),
  montant_solde: mot('Solde', 'Somme disponible ou restante selon la source.'),
  correction_id: mot('Correction', 'Valeur manuelle qui l’emporte sur la valeur reçue.'),
  colonne: mot('Colonne', 'Colonne corrigée.'),
  donnee: mot('Donnée', 'Feuille et en-tête de la valeur corrigée, tels qu’ils se lisent.'),
  valeur_recue: mot('Valeur reçue', 'Valeur avant correction.'),
  valeur_corrigee: mot('Valeur corrigée', 'Valeur publiée.'),
  auteur: mot('Auteur', 'Qui a corrigé.'),
  date_correction: mot('Date de correction', 'Jour de la correction.'),
  motif: mot('Motif', 'Pourquoi.'),
  constat_id: mot('Constat', 'Observation sur les données.'),
  gravite: mot('Gravité', 'bloquant, avertissement ou information.'),
  regle: mot('Règle', 'Règle qui a produit le constat.'),
  fichier: mot('Fichier', 'Fichier reçu.'),
  feuille: mot('Feuille', 'Feuille du classeur, s’il y a lieu.'),
  cellule: mot('Cellule', 'Cellule du fichier.'),
  valeur: mot('Valeur lue', 'Texte lu dans la cellule.'),
  message: mot('Message', 'Ce qui a été trouvé et ce qu’il faut faire.'),
  ...REDDITIONS,
};

/** Title and definition of a column. @throws RangeError for a column without an entry. */
export function defineColumn(table: TableName, column: string): Definition {
  const found = GLOSSARY[`${table}.${column}`] ?? GLOSSARY[column];
  if (!found) throw new RangeError(`No glossary entry for ${table}.${column}`);
  return found;
}
