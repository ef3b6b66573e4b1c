import { test } from "vitest";
import { judged, placed, sentence } from "./taxonomy.js";
const S = [
"We use Kafka.","Experience with Python and Java","Ideally Go and Python","Python is a plus","Must have Terraform","Terraform is a must","Python, Java and Scala are required",
"Experience with the following: Python; Java","Python (a plus), Java","Python (must), Java (plus)","Strong Python, Java is a plus","Python is a plus, but not required","Python is not required",
"No experience with either Python or Java is required","No experience with Python is needed","We don't use Java, Scala or Airflow","No Java, Scala or Airflow here, just Python","We are migrating our jobs from Jenkins to Airflow","We moved from Jenkins",
"Experience with Python but Java is a plus","Not only Python","Strong Python; Java a plus","Java would be great","A plus: Java, Scala","Is a plus: Java","(preferred) Experience with Java","Java/Scala (preferred), Python","Python, Java (both preferred)","Java (Scala is a plus), Python required",
"We are moving away from Jenkins (Jenkins, Airflow and Java) and use Python","Python preferred but not required", "You don't need Java, strong Python is enough","Airflow is being replaced","You will use Python","Ideally Java, and strong Python","Ideally: Java, Python","We use Python instead of Java","Our code is in Python, not Java","Experience with Kafka (ideally with Java) and Python",
"Experience with Python is a plus","Experience with Java, Python is required","Knowledge of Docker, experience in markets is a plus","Python, however Java is a plus","Python - a plus","Python: a plus","Python – required","Erfahrung mit Python oder Java","Java ist von Vorteil, Python setzen wir voraus","Java ist nicht erforderlich","Umstieg von Jenkins auf Airflow","Idealerweise Python, aber Java ist voraussetzung", "Maîtrise de Python et Java ; Scala serait un atout","Java n'est pas exigé mais Python est indispensable","Experiencia con Python y Java, Scala será un plus","No usamos Java","Ervaring met Python of Java, Scala is een pré","Bij voorkeur Python; Java niet nodig", "Kein Java, kein Scala, Python ja",
"No later than May you will use Java", "Java isn't needed", "Python must, Java plus"
];
test("probe", () => { for (const s of S) console.log(s + "\n      " + sentence(s).join("\n      ")); });
