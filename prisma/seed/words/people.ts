import { table } from './text.ts';

/*
 * The people of the sample story, all made up: name | time zone | headline | about. The order is that of the story:
 * `../cast.ts` names those who have a part of their own, by their place here.
 */

/** Those who mentor; the last few of them are mentored as well. */
export const MENTORS = table(`
Samuel Okonkwo | Europe/London | Professor of paediatric cardiology | Thirty years with small hearts. I like half-formed ideas, blunt questions and walking while talking. Send me one page, never ten.
Ingrid Solheim | Europe/Oslo | Head of emergency medicine | I learned most from the night shifts that went wrong. I welcome requests from people who think they are not ready yet.
Rafael Moreno | Europe/Madrid | Clinical epidemiologist, associate professor | I help people turn a hunch into a question somebody can answer. Statistics without tears, mostly.
Amara Diallo | Africa/Dakar | Infectious-disease physician and trial lead | Ran three trials in two countries. Ask me about ethics boards, field teams and saying no to donors.
Hannelore Brandt | Europe/Berlin | Consultant anaesthetist, medical education | Teaching is a craft and can be learned. I give feedback the same day, and I expect some back.
Kenji Watanabe | Asia/Tokyo | Surgeon-scientist, hepatobiliary | Half my week is theatre and half is a lab. I can tell you what that costs and why I would do it again.
Margaret Sinclair | Europe/London | General practitioner and partner | Rural practice for twenty years, two children, one sabbatical. Balance is a verb.
Luca Ferrante | Europe/Rome | Neurologist, stroke unit director | I came to leadership by accident and made all the beginner's mistakes; you may have my list.
Priyanka Nair | Asia/Kolkata | Professor of public health | From a district hospital to policy and back. I answer within two days, and I read drafts on trains.
Daniel Abrams | America/New_York | Vice chair for research, internal medicine | Forty grants written, fourteen funded. I will show you the other twenty-six.
Sofia Lindqvist | Europe/Stockholm | Child and adolescent psychiatrist | I care about how people last in this work. No topic is too small.
Tomasz Zielinski | Europe/Warsaw | Radiologist and informatics lead | Models, images and the people who must trust them. I code a little and break things politely.
Grace Muthoni | Africa/Nairobi | Obstetrician, simulation centre lead | I teach teams to be calm. The trick is rehearsal and good tea.
Olivier Marchand | Europe/Paris | Oncologist, early-phase trials | I like to prepare a difficult conversation together before you have it.
Elif Aydin | Europe/Istanbul | Associate professor of pathology | First in my family at university. Ask me the questions you think everybody else knows the answer to.
Peter van Dalen | Europe/Amsterdam | Intensivist and quality-improvement lead | Small changes, measured every week, for years. That is the whole secret.
Rosa Villanueva | America/Mexico_City | Nephrologist, programme director for residents | I have read two thousand application letters and can make yours better in an hour.
Nadia Rahman | Asia/Dhaka | Neonatologist | I work where the equipment is old and the nurses are brilliant. Both have taught me.
Andrew Whitfield | Australia/Melbourne | Academic rheumatologist | I moved country twice for work and once for love. I know about starting again.
Claudia Steiner | Europe/Zurich | Health economist | I translate between clinicians and those who pay. Bring me your spreadsheet.
Mateus Carvalho | America/Sao_Paulo | Trauma surgeon | I teach junior surgeons to ask for help early, and seniors to be asked.
Yasmin El-Sayed | Africa/Cairo | Family physician and medical educator | I mentor because somebody once stayed twenty minutes longer for me.
Henrik Dahl | Europe/Copenhagen | Senior registrar, cardiology | Two years ahead of you, so I still remember the forms. Near-peer and proud of it.
Fiona Gallagher | Europe/Dublin | Lecturer in clinical pharmacology | I finished a doctorate with a baby on my lap. Happy to talk about either.
`);

/** Those who are mentored. */
export const MENTEES = table(`
Lena Hofmann | Europe/Zurich | Second-year resident, paediatrics | I want to find out whether research is for me before I have to decide. Climber, early riser, slow emailer.
Arjun Mehta | Europe/London | Clinical fellow, stroke medicine | Trying to finish a paper and to leave on time at least twice a week.
Noor Haddad | Europe/Berlin | Final-year medical student | I came here at nineteen with one suitcase. I would like to work where language is no barrier to care.
Beatriz Lobo | Europe/Lisbon | First-year resident, internal medicine | Everything is new. I keep a list of questions and it only grows.
Maya Friedman | America/New_York | Postdoctoral researcher, immunology | I love the bench and worry about what comes after it.
Kwame Boateng | Africa/Accra | Medical officer, district hospital | I run a ward with two nurses and a phone. I want to learn quality improvement properly.
Clara Nyberg | Europe/Stockholm | Third-year resident, psychiatry | I think slowly and listen well. I am learning to speak up in rounds.
Yuki Tanaka | Asia/Tokyo | Surgical resident | I practise knots at the kitchen table and would like my first first-author paper.
Adrien Lefevre | Europe/Paris | Doctoral student, oncology | My project changed three times. I would like the fourth to be mine.
Zeynep Kaya | Europe/Istanbul | Assistant professor, pathology | Newly appointed, with a teaching load nobody warned me of.
Oliver Bennett | Europe/London | Foundation doctor | Deciding between general practice and emergency medicine, loudly.
Fatima Zahra Idrissi | Africa/Casablanca | Resident, infectious diseases | I collect outbreaks, in notebooks only. I want to design my own study.
Jakub Novotny | Europe/Prague | Resident, radiology | I taught myself to program and need somebody to tell me what is worth building.
Anneli Saar | Europe/Tallinn | Nurse researcher | Nurses see what is missing. I would like to measure it and be heard.
Diego Herrera | America/Mexico_City | Chief resident, nephrology | They made me chief resident on Monday. On Tuesday I had my first conflict.
Tara O'Connell | Europe/Dublin | Doctoral student, pharmacology | Writing up, with a toddler. Every minute has a job.
Marcus Feld | Europe/Vienna | Resident, anaesthesiology | I enjoy teaching students more than anything else in the week and wonder what that means.
Ngozi Eze | Africa/Lagos | Public-health trainee | I want to write policy that a busy clinic can follow.
Hyun-woo Park | Asia/Seoul | Clinical fellow, hepatology | I am good at the work and bad at showing it.
Isabel Fontes | America/Sao_Paulo | Resident, trauma surgery | The only woman in my year. I am tired of being told I am brave.
Emil Sorensen | Europe/Copenhagen | Resident, cardiology | I broke my wrist last year and learned that I am allowed to rest.
Leila Karimi | Europe/Amsterdam | Intensive-care fellow | I want to lead a team without raising my voice.
Patrick Duffy | Europe/Dublin | General-practice trainee | I would like to stay in a small town and still be curious.
Sanne de Wit | Europe/Amsterdam | Junior data scientist, hospital | I know the models and am learning the medicine.
Giulia Conti | Europe/Rome | Resident, neurology | I apply for fellowships abroad and do not know how to sell myself.
Rahul Sen | Asia/Kolkata | Community physician | I have ten thousand patients and one idea that could help them.
Miriam Weiss | Europe/Zurich | Senior resident, neonatology | I will be a consultant in eight months. I would like to arrive on purpose.
Chinedu Obi | Europe/London | Academic clinical fellow | Half clinic, half research, and one and a half jobs.
Astrid Holm | Europe/Oslo | Resident, emergency medicine | I am calm in the resuscitation room and lost in meetings.
Theo Marchetti | Europe/Zurich | Medical student, fourth year | New here. I heard that people are kind.
Victor Lacroix | Europe/Brussels | Resident, geriatrics | I like patients with long stories.
`);

/** Those who look after the programme. */
export const STAFF = table(`
Johanna Keller | Europe/Zurich | Coordinator, mentoring programmes | I bring people together and then get out of the way. Write to me when something does not fit.
Thomas Imhof | Europe/Zurich | Associate dean for faculty development | I chair the programme's board and still have a mentor of my own.
`);
