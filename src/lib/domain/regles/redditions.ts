/** Rules about reports: a recipient's mistake is told and never stops the publication. */
import { avertit, informe } from './regle';

export const FORMULAIRES = {
  'reddition-autre-format': avertit(
    'Une reddition est un .docx et un .xlsx',
    'Le contenu est reconnu à ses premiers octets, pas à son nom.',
    'Demandez le fichier Word (.docx) ou Excel (.xlsx), et non un PDF, un .doc ou un .odt.',
  ),
  'reddition-illisible': avertit(
    'Un formulaire reçu se lit en entier',
    'Chaque partie du fichier est décompressée, vérifiée et lue strictement ; rien n’y est exécuté ni cherché ailleurs.',
    'Ouvrez-le dans Word ou Excel, enregistrez-le de nouveau, ou demandez une autre copie.',
  ),
  'reddition-lien-externe': avertit(
    'Un formulaire ne dépend d’aucun autre fichier',
    'Les liens vers d’autres fichiers sont repérés, et jamais suivis.',
    'Remplacez ce qui vient d’ailleurs par sa valeur.',
  ),
  'reddition-sans-reference': avertit(
    'Un formulaire dit de quel projet il est',
    'La référence « RC/… » est cherchée dans tout le fichier, puis le numéro du projet.',
    'Écrivez la référence du projet dans le formulaire, ou refaites-le avec npm run formulaires.',
  ),
  'reddition-deux-references': avertit(
    'Un formulaire est celui d’un seul projet',
    'Les références « RC/… » du fichier sont comparées.',
    'Gardez celle du projet dont parlent les réponses.',
  ),
  'reddition-autre-fonds': avertit(
    'Un formulaire est de ce fonds',
    'Le fonds de la référence est comparé au fonds traité.',
    'Déposez-le dans les redditions de son fonds.',
  ),
  'reddition-autre-exercice': avertit(
    'Un formulaire est dans le dossier de son exercice',
    'L’exercice de la référence est comparé au nom du dossier.',
    'Déplacez-le dans le dossier de son exercice, ou demandez le bon formulaire.',
  ),
  'reddition-projet-inconnu': avertit(
    'Un formulaire est d’un projet du registre',
    'Le projet de la référence est cherché dans le registre.',
    'Corrigez le numéro dans le formulaire, ou inscrivez le projet au registre.',
  ),
  'reddition-non-attendue': avertit(
    'Un formulaire est d’un projet actif pendant l’exercice',
    'La période du projet est comparée à celle de l’exercice.',
    'Vérifiez les dates du projet au registre, ou l’exercice du formulaire.',
  ),
  'reddition-vide': avertit(
    'Un formulaire reçu est rempli',
    'Les réponses, hors ce qui est prérempli, sont comptées.',
    'Demandez le formulaire rempli : le fichier reçu est peut-être la mauvaise copie.',
  ),
  'formulaire-autre-version': avertit(
    'Un formulaire est de la version en vigueur',
    'La version de la référence est comparée à celle de formulaires/reddition.yaml.',
    'Les réponses aux questions qui existent encore sont lues ; demandez les autres.',
  ),
  'reddition-remplacee': informe(
    'Version plus ancienne, mise de côté',
    'De deux fichiers d’une même partie, le dernier reçu compte ; à défaut, le dernier enregistré.',
    'Rien à faire si la version gardée est la bonne.',
  ),
  'reddition-versions': avertit(
    'On sait laquelle de deux versions est la dernière',
    'Les dates de réception, puis d’enregistrement, sont comparées.',
    'Inscrivez les dates de réception dans receptions.csv, ou retirez l’un des deux fichiers.',
  ),
  'reception-absente': avertit(
    'La date de réception d’un fichier est inscrite',
    'Chaque fichier est cherché dans redditions/receptions.csv.',
    'Ajoutez sa ligne : sans elle, la reddition n’est dite ni à temps ni en retard.',
  ),
  'reception-sans-fichier': avertit(
    'Une réception inscrite a son fichier',
    'Chaque ligne de redditions/receptions.csv est cherchée parmi les fichiers.',
    'Remettez le fichier, ou corrigez son nom.',
  ),
  'acceptation-sans-reddition': avertit(
    'Une reddition acceptée est attendue et reçue',
    'Chaque ligne de redditions/acceptations.csv est cherchée parmi les redditions reçues.',
    'Corrigez le projet ou l’exercice, ou déposez les fichiers.',
  ),
} as const;

export const REPONSES = {
  'question-absente': avertit(
    'Toutes les questions du formulaire y sont',
    'Chaque code est cherché dans le fichier : texte visible, puis signet ou nom défini.',
    'Demandez la réponse à part, ou un formulaire complet.',
  ),
  'question-double': avertit(
    'Une question n’est là qu’une fois',
    'Deux cases portent le même code.',
    'Gardez une seule des deux réponses ; la première est lue.',
  ),
  'question-inconnue': informe(
    'Question hors du formulaire en vigueur, non lue',
    'Le code n’est pas dans formulaires/reddition.yaml.',
    'Rien à faire si la question a été retirée du formulaire.',
  ),
  'reponse-requise-absente': avertit(
    'Une question obligatoire a sa réponse',
    'Les réponses sont comparées à ce que le formulaire demande.',
    'Demandez la réponse à l’organisme.',
  ),
  'reponse-hors-case': avertit(
    'Une réponse est dans sa case',
    'Le texte du formulaire est comparé à celui du modèle ; ce qui s’y ajoute hors des cases est repéré.',
    'Recopiez la réponse dans la case de sa question.',
  ),
  'reponse-image': avertit(
    'Une réponse est écrite, pas une image',
    'Les images sont repérées dans les cases et entre elles ; elles ne sont pas lues.',
    'Demandez la réponse en texte.',
  ),
  'reponse-suivi': avertit(
    'Un formulaire n’a pas de suivi des modifications',
    'Les ajouts suivis sont lus comme acceptés, les suppressions comme faites.',
    'Vérifiez la réponse, puis acceptez ou refusez les modifications dans Word.',
  ),
  'reponse-illisible': avertit(
    'Une réponse est de la sorte attendue',
    'Nombres, montants, dates et choix sont lus strictement ; rien n’est deviné.',
    'Demandez la réponse sous la forme attendue.',
  ),
  'reponse-en-lettres': avertit(
    'Un nombre s’écrit en chiffres',
    'Une réponse chiffrée faite de mots est repérée.',
    'Récrivez-le en chiffres.',
  ),
  'formule-ecrasee': avertit(
    'Un total du budget se calcule',
    'Chaque cellule calculée du modèle est cherchée avec sa formule.',
    'Remettez la formule, ou vérifiez le nombre écrit à sa place.',
  ),
  'identite-modifiee': avertit(
    'Ce qui était prérempli est resté tel quel',
    'L’identification est comparée au registre.',
    'Vérifiez avec l’organisme, puis corrigez le registre s’il y a lieu.',
  ),
  'declaration-absente': avertit(
    'Une personne a déclaré le bilan exact',
    'Le nom, la fonction et la date sont cherchés ; ils ne sont jamais conservés.',
    'Demandez la déclaration.',
  ),
  'temoignage-sans-consentement': avertit(
    'Un témoignage va avec un consentement',
    'La réponse à la question de consentement est lue.',
    'Il n’est ni gardé ni publié : demandez le consentement.',
  ),
  'renseignement-personnel-reddition': avertit(
    'Aucune réponse libre ne contient de renseignement personnel',
    'Courriel, téléphone, adresse, code postal, numéro d’assurance sociale et nom après « M. », « Mme » ou « je m’appelle » sont cherchés.',
    'Retirez-le du fichier reçu ; aucune édition ne porte la réponse.',
  ),
  'activite-sans-personnes': avertit(
    'Une activité réalisée a rejoint des personnes',
    'Les activités réalisées sont comparées aux participations et aux personnes.',
    'Demandez le nombre, ou « non compté ».',
  ),
  'pauvrete-depasse-personnes': avertit(
    'Une partie des personnes n’en dépasse pas le tout',
    'Chaque compte qui est une part des personnes (« partition » du formulaire) et la somme des parties sont comparés aux personnes différentes ; celles-ci, aux participations.',
    'Demandez lequel des nombres est le bon.',
  ),
  'cible-sans-resultat': avertit(
    'Une cible a son résultat',
    'Chaque indicateur du projet est cherché dans le bilan, avec un nombre.',
    'Demandez le résultat, même s’il est zéro.',
  ),
  'indicateur-inconnu': avertit(
    'Un résultat est celui d’un indicateur du projet',
    'Les indicateurs et les cibles du bilan sont comparés au registre.',
    'Vérifiez le nom et la cible, ou ajoutez l’indicateur au registre.',
  ),
} as const;

export const BUDGETS = {
  'budget-total-ecart': avertit(
    'Un total du budget égale la somme de ses lignes',
    'Les lignes sont additionnées au cent et comparées aux totaux et au sommaire du classeur.',
    'Vérifiez les lignes insérées et les formules.',
  ),
  'bilan-budget-ecart': avertit(
    'Le Word et l’Excel disent la même dépense',
    'La somme dépensée selon le bilan est comparée au payé par le fonds du budget, au cent.',
    'Demandez lequel des deux est le bon.',
  ),
  'budget-octroi-ecart': avertit(
    'Le budget confirme ce que le fonds a accordé',
    'La ligne du fonds, colonne confirmé, est comparée aux octrois à la fin de l’exercice, au cent.',
    'Vérifiez avec l’organisme et le registre.',
  ),
  'budget-versement-ecart': avertit(
    'Le budget dit reçu ce que le fonds a versé',
    'La ligne du fonds, colonne reçu, est comparée aux versements de l’exercice, au cent.',
    'Vérifiez avec l’organisme et le registre.',
  ),
  'depense-depasse-accorde': avertit(
    'Un projet ne dépense pas plus que l’accordé',
    'Le payé par le fonds de toutes les redditions lues est comparé aux octrois.',
    'Vérifiez les dépenses, ou l’octroi.',
  ),
  'paye-depasse-depense': avertit(
    'Le fonds ne paie pas plus que la dépense',
    'Ligne à ligne, le payé par le fonds est comparé au dépensé.',
    'Demandez lequel des deux est le bon.',
  ),
  'solde-non-depense': avertit(
    'Un projet terminé a dépensé ce qu’il a reçu',
    'Pour un projet terminé, le versé à la date des données est comparé au payé par le fonds de toutes ses redditions.',
    'Convenez du retour ou de l’usage du solde.',
  ),
  'solde-debut-ecart': avertit(
    'Le solde du début suit celui de l’exercice d’avant',
    'Le solde du début est comparé au versé moins le dépensé des exercices d’avant.',
    'Vérifiez le solde avec l’organisme.',
  ),
  'administration-elevee': avertit(
    'Les frais d’administration restent sous la limite du fonds',
    'Leur part de ce que le fonds paie est comparée à administration_max.',
    'Vérifiez ce qui est compté comme administration.',
  ),
} as const;
