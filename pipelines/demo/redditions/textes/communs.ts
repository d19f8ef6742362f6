/** What any organisation may write, whatever it works on. */
export const FAITES = [
  '{g} rencontres, de septembre à juin.',
  'Tenue chaque semaine, sauf pendant les Fêtes.',
  'Le groupe est complet depuis {mois}.',
  'Plus de monde que prévu.',
  'En collaboration avec un organisme voisin.',
  'Selon le calendrier.',
  '{n} séries de {n} rencontres.',
  'Un groupe de jour et un groupe de soir.',
  'Animée par deux bénévoles formés cette année.',
  'Offerte aussi en ligne.',
  'Les participants demandent que ça continue.',
  'Présence moyenne de {g} personnes.',
] as const;

export const EN_PARTIE = [
  '{n} séances annulées, faute d’inscriptions.',
  'Commencée en {mois} seulement, après l’embauche.',
  'La moitié des rencontres a eu lieu.',
  'Offerte à {m}, pas encore dans les rangs.',
  'Interrompue {n} semaines pendant le congé de l’animatrice.',
  'Un groupe au lieu de deux.',
  'Le local n’était pas libre avant {mois}.',
] as const;

export const NON_FAITES = [
  'Reportée à l’automne : le local n’était pas prêt.',
  'Personne n’a répondu à l’offre d’emploi.',
  'Le partenaire s’est retiré en {mois}.',
  'Remplacée par des rencontres individuelles.',
  'Sera faite l’an prochain.',
  'Abandonnée à la demande des participants.',
] as const;

export const AU_DESSUS = [
  'Plus de demandes que prévu depuis {mois}.',
  'Le bouche-à-oreille a bien fonctionné.',
  'Un deuxième groupe a été ajouté.',
  'Grâce à l’aide de {n} nouveaux bénévoles.',
  'La collaboration avec l’école a tout changé.',
] as const;

export const AUTOUR = [
  'Conforme au rythme prévu.',
  'Compté à la feuille de présence.',
  'Le reste est prévu pour l’exercice suivant.',
  'Le compte exclut les personnes venues une seule fois.',
  'L’hiver a été plus tranquille, le printemps a compensé.',
] as const;

export const EN_DESSOUS = [
  'Le poste est resté vacant {n} mois.',
  'Les activités ont commencé plus tard que prévu.',
  'La cible était trop ambitieuse pour notre équipe.',
  'Peu d’inscriptions avant {mois}.',
  'Les personnes rejointes ont besoin d’un suivi plus long que prévu.',
] as const;

export const ECARTS = [
  'Aucun écart important : le calendrier a été suivi.',
  'Le poste a été pourvu en {mois}, avec {n} semaines de retard.',
  'Nous avons adapté l’horaire à la demande des participants.',
  'Les dépenses de matériel ont été plus élevées, celles de déplacement plus basses.',
  'Un partenaire s’est ajouté en cours d’année, ce qui a changé la répartition des tâches.',
  'Deux activités ont été réunies en une seule.',
  'Le nombre de rencontres est celui prévu, mais leur durée a été réduite.',
  'Nous avons rejoint un public un peu plus âgé que celui que nous attendions.',
  'La promotion a pris du retard et les premières semaines ont été tranquilles.',
  'La formation de l’équipe a été devancée.',
  'Le lieu a changé : la salle paroissiale a fermé en {mois}.',
  'Les activités d’été ont été plus populaires que celles d’hiver.',
  'Nous avons reporté l’évaluation à l’exercice suivant.',
  'Le groupe du soir n’a pas eu lieu, celui de jour a été dédoublé.',
  'Une partie du matériel a été donnée, et l’argent a servi au transport.',
  'L’équipe a compté une personne de moins pendant {n} mois.',
  'Le projet a commencé doucement, comme nous l’avions annoncé en cours d’année.',
] as const;

export const DIFFICULTES = [
  'Le recrutement a été long et trois candidatures seulement ont été reçues.',
  'Il est de plus en plus difficile de trouver des bénévoles le soir.',
  'Le coût des assurances a augmenté.',
  'Les personnes rejointes vivent plusieurs difficultés à la fois.',
  'Les tempêtes de février ont fait annuler plusieurs rencontres.',
  'La salle est trop petite quand tout le monde vient.',
  'Le délai entre la décision et l’embauche nous a bousculés.',
  'Le transport demeure un obstacle pour qui habite hors du village.',
  'Nous avons manqué de temps pour compter tout le monde correctement.',
  'Une absence prolongée dans l’équipe a ralenti le projet.',
  'Les locaux sont partagés et l’entreposage manque.',
  'Il faut répéter l’information souvent pour rejoindre les nouvelles personnes.',
  'Les partenaires sont très sollicités et répondent tard.',
  'Concilier ce projet avec nos autres services demande beaucoup de coordination.',
  'Quelques participants ont cessé de venir sans que nous sachions pourquoi.',
  'Les heures d’ouverture ne conviennent pas aux personnes qui travaillent.',
] as const;

export const APPRENTISSAGES = [
  'Prendre le temps d’accueillir chaque personne une à la fois.',
  'Commencer petit, puis ajouter un groupe quand le premier est solide.',
  'Noter les présences chaque semaine : à la fin de l’année, c’est trop tard.',
  'Confier des tâches claires aux bénévoles, et les remercier souvent.',
  'Les personnes savent ce dont elles ont besoin, il suffit de le leur demander.',
  'Un partenaire par activité, avec une entente d’une page, suffit.',
  'Prévoir un budget de transport dès le départ.',
  'Garder une case libre dans l’horaire pour les imprévus.',
  'L’humour et la nourriture aident plus que les dépliants.',
  'Le suivi après l’activité compte autant que l’activité.',
  'Une rencontre d’équipe de quinze minutes chaque lundi évite bien des oublis.',
  'Faire participer les gens à la préparation augmente leur présence.',
  'Choisir un lieu que les gens fréquentent déjà.',
  'Il faut du temps pour que la confiance s’installe, au moins une saison.',
  'Parler de la même voix que nos partenaires évite de mêler les gens.',
] as const;

export const SUITES = [
  'Les activités reprennent en septembre, au même endroit.',
  'Nous cherchons du financement pour garder le poste.',
  'Une partie des activités sera reprise par la municipalité.',
  'Le projet continue selon le calendrier de l’entente.',
  'Le comité se réunit en {mois} pour planifier l’année.',
  'Nous voulons rejoindre plus de jeunes adultes.',
  'L’équipe sera complète dès le début de l’année.',
  'Nous déposerons une demande au prochain appel.',
  'Les outils créés seront partagés avec les autres organismes.',
  'Une entente de prêt de local est signée pour deux ans.',
  'Un bilan avec les participants est prévu avant l’été.',
  'Les bénévoles formés prendront en charge un groupe.',
  'Nous garderons ce qui a fonctionné et laisserons tomber le reste.',
  'Nous ajouterons une activité par saison, pas plus.',
] as const;

/** Of the two years when people could not meet freely. */
export const SANITAIRES = [
  'Les mesures sanitaires ont interrompu les rencontres de groupe une partie de l’année.',
  'Nous sommes passés au téléphone et à la livraison pendant les mois de fermeture.',
  'Les groupes ont été limités à {n} personnes à cause des mesures sanitaires.',
  'Plusieurs bénévoles plus âgés sont restés chez eux pendant la pandémie.',
  'Les activités intérieures ont été déplacées dehors dès que possible.',
  'L’achat de masques et de produits de nettoyage n’était pas prévu.',
] as const;

export const PARTICIPATION = [
  'Elles ont été consultées au début et à la fin de l’année.',
  'Deux d’entre elles siègent au comité de suivi.',
  'Elles ont aidé à préparer la salle et à accueillir les nouveaux.',
  'Elles ont choisi les activités par un vote, en {mois}.',
  'Plusieurs sont devenues bénévoles en cours d’année.',
  'Une rencontre d’échange a réuni {g} personnes autour d’un repas.',
  'Elles ont testé le dépliant et proposé des mots plus simples.',
  'Leur participation est encore modeste : nous voulons faire mieux.',
  'Elles ont raconté leur expérience à l’assemblée annuelle.',
  'Un petit groupe a évalué le projet avec nous.',
  'Elles donnent leur avis à la fin de chaque rencontre, sur un carton.',
] as const;

export const SOLDES = [
  'Elle paiera les salaires d’avril à juin.',
  'Reportée à l’exercice suivant, selon le calendrier du projet.',
  'Elle servira aux activités d’été.',
  'Le poste laissé vacant est pourvu : la somme sera dépensée d’ici l’automne.',
  'Achat de matériel prévu au printemps.',
  'Elle couvre les ateliers reportés.',
] as const;

export const AVANCES = [
  'Le dernier versement couvrira ces dépenses, que nous avons avancées.',
  'Nous avons avancé la somme en attendant le versement final.',
  'Sera comblée par le versement prévu après ce bilan.',
] as const;

export const FONCTIONS = [
  'Directrice générale',
  'Directeur',
  'Coordonnatrice',
  'Coordonnateur',
  'Responsable du projet',
  'Présidente du conseil',
  'Trésorier',
  'Agente de développement',
  'Adjointe administrative',
  'Chargée de projet',
] as const;

/** Of a project that has just begun. */
export const DEBUTS = [
  'Le projet vient de commencer : l’exercice a surtout servi à l’embauche et à la planification.',
  'Peu d’activités encore, puisque le projet a débuté en {mois}.',
  'Les premières semaines ont servi à rencontrer les partenaires et à trouver un local.',
  'Il est trop tôt pour parler d’écarts.',
  'Nous avons surtout préparé les outils et la promotion.',
  'Aucun écart : la personne embauchée est entrée en poste en {mois}.',
  'Les activités commencent au printemps, comme le prévoyait la demande.',
  'Le premier mois a servi à visiter des projets semblables ailleurs dans la région.',
  'L’entente a été signée en {mois}, et le comité de suivi s’est réuni {n} fois.',
  'Nous avons commencé par un sondage auprès de {g} personnes.',
  'Le local est trouvé, les rénovations s’achèvent.',
  'Un premier groupe a été formé plus tôt que prévu, en {mois}.',
  'Les dépenses sont minces : presque tout se fera pendant le prochain exercice.',
  'L’équipe a été formée et l’horaire est publié.',
] as const;

export const COMMENCEES = [
  'Commencée en {mois}.',
  'Première rencontre tenue.',
  'Préparée, et offerte dès le prochain exercice.',
  'Inscriptions en cours.',
] as const;

/** Of a project that ends for good. */
export const FINS = [
  'Le projet est terminé. Les outils restent offerts aux organismes du milieu.',
  'Le projet prend fin, et deux de nos partenaires en gardent une partie.',
  'Faute de financement, les activités s’arrêtent ici.',
  'Nous fermons le projet et gardons le groupe d’entraide, porté par des bénévoles.',
  'Le projet a atteint son terme. Une fête avec les participants l’a conclu.',
  'Les participants ont été orientés vers nos autres services.',
  'Le projet se termine comme prévu, et le matériel est prêté aux voisins.',
  'C’était la dernière année. Un guide de {g} pages résume ce que nous avons appris.',
  'Le poste prend fin, et {n} bénévoles gardent le contact avec les participants.',
  'Nous n’avons pas demandé de renouvellement : le besoin a changé.',
  'Le projet est clos. Un organisme voisin reprend l’activité la plus demandée.',
  'Fin du projet en {mois}. Les soldes et les outils ont été remis aux partenaires.',
  'Les activités cessent, mais les participants continuent de se voir par eux-mêmes.',
] as const;

/** What anyone may say of an activity. */
export const PAROLES = [
  'Ici, on m’appelle par mon prénom.',
  'Je n’aurais jamais pensé revenir, et pourtant je n’ai pas manqué une semaine.',
  'On nous écoute, et après, ça change pour vrai.',
  'J’ai retrouvé une routine.',
  'Mes enfants m’ont dit que j’avais l’air plus contente.',
  'Je suis arrivé gêné, je repars avec des projets.',
  'Ça m’a aidé à passer l’hiver.',
  'Pour une fois, je n’ai pas eu à raconter toute ma vie avant d’avoir de l’aide.',
  'J’ai donné un coup de main à mon tour, et c’est ce qui m’a fait le plus de bien.',
  'Le plus dur, c’était de passer la porte.',
  'Il y a du monde de tous les âges, et ça paraît.',
  'J’ai appris des choses, mais j’ai surtout rencontré du monde.',
  'Si ça n’existait pas, il faudrait l’inventer.',
  'Je parle de vous à tous mes voisins.',
] as const;
