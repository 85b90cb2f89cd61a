window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id_str": "160",
   "created_at": "Tue Mar 14 09:30:00 +0000 2023",
   "full_text": "Gunmen killed four villagers in Bankass on Monday, a local official said. The attackers set fire to two granaries before they left the village. On Sunday, soldiers clashed with jihadists near Mopti. Three soldiers were wounded in the clashes, the army said. Residents of the region have asked for more patrols on the roads between the market towns, where traders are often stopped.",
   "lang": "en",
   "entities": {}
  }
 },
 {
  "tweet": {
   "id_str": "161",
   "created_at": "Sun Apr 02 16:05:00 +0000 2023",
   "full_text": "An air strike on a market in Taiz killed nine people on Saturday, medics said. Among the dead were two children. Houthi fighters shelled an army post outside Marib on Friday, wounding two soldiers, a military official said. The market opens every week and draws farmers from the whole valley, who had come to sell vegetables before the feast.",
   "lang": "en",
   "entities": {}
  }
 },
 {
  "tweet": {
   "id_str": "162",
   "created_at": "Fri May 05 11:00:00 +0000 2023",
   "full_text": "Islamic State militants ambushed an army convoy near Deir al-Zor on Thursday, killing six soldiers, a monitoring group said. Turkish drones struck a checkpoint in Kobani on Wednesday, the group added. One fighter was killed and four were wounded. The road through the desert has been closed to buses since the winter, and drivers take the longer way along the river.",
   "lang": "en",
   "entities": {}
  }
 }
]