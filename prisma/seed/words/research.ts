import type { ThemeText } from './themes.ts';

export const RESEARCH: ThemeText = {
  goals: `
Submit a first paper from the Kawasaki cohort | I would know whether I enjoy the writing as much as the question, before I apply for protected time. | I have had two nights in a row and cannot think | I only tidy the reference list for twenty minutes and stop | Agree on one question; Clean data set; Figures that stand alone; Full draft to co-authors; Submitted
Write a small grant that somebody could fund | Having my own money, however little, would let me hire a student for the summer. | I start to rewrite the aims for the third time | I send the page as it is to one honest reader | One-page idea; Budget checked; Letters of support; Mock review; Handed in
Learn to analyse my own data | I want to stop waiting three weeks for every table. | a script does not run after half an hour | I write down the question and ask in the Thursday clinic | Course finished; First reproducible table; Code reviewed; Second project on my own
Present the pilot at the national meeting | It would show me and my department that this is real. | I catch myself polishing slides at midnight | I rehearse aloud once and go to bed | Abstract accepted; First dry run; Poster printed; Talk given
`,
  objectives: `
Decide which of the two questions the paper answers
Get the methods section out of the way
Look at the reviewers' comments together and stay calm
Choose where to submit, and what to cut
Agree on what a good enough draft is
Plan the next four weeks around the night block
`,
  agenda: `
Which figure carries the paper?
Authorship: who, in which order, and who tells them
The missing follow-up data from 2021
Reviewer two
How to say no to the third side project
Protected time: what I asked for and what I got
Target journal and the cover letter
Do we need the statistician again?
What did I learn from the rejected abstract?
`,
  tasks: `
Send the two-page outline with one figure
Re-run the model without the outliers and note the difference
Ask the registry for the missing discharge dates
Book two mornings in the library before the block starts
Draft the answer to reviewer one
Write the limitations honestly, in five sentences
`,
  favours: `
Read the introduction over the weekend
Introduce you to our statistician
Send my own rejected grant with the reviews
Ask the editor whether they take brief reports
Lend you the template for the response letter
`,
  advice: `
Write the results first; the introduction will know what to promise.
Consider a registered report: the answer no longer decides whether it is published.
You could ask the second reviewer's question yourself in the discussion.
Perhaps leave the subgroup analysis for the thesis and keep this paper short.
Send the draft on a Thursday; people read on Fridays.
`,
  moments: `
INSIGHT | The paper is about the waiting, not about the drug.
ENCOURAGEMENT | Your second figure is the clearest I have seen on this in years.
ADVICE | One page, one question, one figure. The rest is appendix.
INTRODUCTION | Samira in the registry office, who knows where the old codes went.
INSIGHT | I was afraid of the co-authors, not of the text.
ENCOURAGEMENT | You asked the statistician better questions than I did at your age.
`,
  notes: `
We went through the figures one by one. Figure 2 stays, figure 4 moves to the supplement.
The question in one sentence: does time to treatment explain the difference between the two hospitals?
Authorship is settled and written down. {mentee} tells the group on Wednesday.
Rejected with useful reviews. We allow ourselves one evening of being cross.
Missing data: ask first, impute later, and say so.
Next time we read the discussion aloud. If it sounds like an excuse it goes.
`,
};
