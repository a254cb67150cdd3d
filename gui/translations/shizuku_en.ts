<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AdviceBox</name>
    <message>
        <source>Suggest a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the job in progress has ended: it would falsify the measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the form for these pictures and this computer, and says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures and measuring this computer…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnomalyDesk</name>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the weights file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not been tried yet. A detector remembers the condensed normal samples; it is compared with one that remembers all normal pictures, and with real ones of equal number: defects found, missed, false alarms, memory, time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnomalyForm</name>
    <message>
        <source>Which normal set finds defects best?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it later: after what runs, or overnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of a ResNet-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squares of pixels (no network)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network taught on the normal pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its condensed set is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What pictures are compared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of normal pictures that may be taken for defects; the threshold is set so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many random selections of real pictures are compared with, and averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights file (ResNet-18)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs of missed defects and false alarms are those of the Decide page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find defects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnomalyResults</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which comparison is shown; the newest comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose detector is shown below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomaly scores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnomalyTable</name>
    <message>
        <source>Normal sets as memory of the detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUROC
(95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, time
a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the threshold that costs least, by the costs of the Decide page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missed} missed
{alarms} alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average
precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False
alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest
threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceChoice</name>
    <message>
        <source>Whose appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reference folder, or another appearance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in my pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right where the model will see pictures like these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in a reference folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shapes, the look of other pictures: clean scans, a new camera. Their classes do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varied more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look varies more widely: for scanners or lighting not seen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> times as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as wide as in the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much more line weight, noise, tone and texture vary than in your pictures; 1: as they do there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceView</name>
    <message>
        <source>Appearance, measure by measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to measure: lines and paper, or light and texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognised ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real, varied more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Basis</name>
    <message>
        <source>What this rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison of {time}: a defect detector on {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test pictures: {normal} normal, {defects} with defects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal pictures that only set the threshold: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trial of {time}: {model} on {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out real pictures: {tests}; trainings of each set: {seeds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin of the condensed set&apos;s accuracy: ± {margin} points, from the deviation over trainings and the number of test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to condense: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place of a rejected sample: this is the real sample {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in content: {source}, distance {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in style: {source}, distance {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in content and style: {source}, distance {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real sample: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel as one of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend between the pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class has no training pictures to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept whole: this is the real sample {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of a real sample: {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlindDialog</name>
    <message>
        <source>Blind test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see {count} pairs: a real picture and a synthetic sample of the same class. Say which is the synthetic one, with ← or →. The result comes at the end: how often you were right, and whether that is more than guessing. Who leaves before the end leaves nothing behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier tests of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the first of the pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlindResult</name>
    <message>
        <source>told rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The synthetic samples of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ taken for real</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlindView</name>
    <message>
        <source>Which one is the synthetic sample?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Classes by hand: {count}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images by class…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the stop before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the tour (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops of the tour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassImagesDialog</name>
    <message>
        <source>Classes by hand: {classes}, images: {images}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give single classes a number of images of their own. The others, with —, follow the balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every class follows the balance again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe takes these numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassPane</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its samples are shown and judged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes that differ most from the real samples on top</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that are condensed and trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures held out: never condensed, only used to measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid: training, hatched: test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes with their pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class, and how many of its samples are judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content gap between real and synthetic samples: 0 is matched, 1 is as far as a class is from the centre of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style gap between real and synthetic samples: 0 is matched, 1 is as far as nothing at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of the synthetic samples, in per cent of that of the real ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{judged}/{count} judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes with their gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a class; choosing one shows its samples.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Measuring how the samples and the real pictures look…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at each and judge it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real pictures and samples on a plane, and what the samples leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies, twins, wrong classes, odd pixels: found by itself, with evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines, noise, paper or light: synthetic samples beside real pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes are furthest from the real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs: recipes, gaps, trials and samples of two runs side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CondensePage</name>
    <message>
        <source>Condense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder of pictures first; then Condense learns a few synthetic samples of each class from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No condensed set yet. Condense makes one from {pictures} pictures. The curves and the synthetic samples are shown here while they are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense learns a few synthetic samples of each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense learns {ipc} synthetic images a class from {pictures} pictures, so that a model trained on them does almost as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures yet. Import a folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is in progress. Pause it, stop and keep, or cancel and discard it in the line at the bottom of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or end it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs {need} of memory, but may take only {free}. Close other programs or allow more below; this is checked again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating time and memory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits: {need} of {free} · about {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionTab</name>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose answers the matrix counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a true class, a column what it was taken for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: what the model said. Summed over the trainings ({count}); a stronger colour is a larger share of the true class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell to see its pictures on the Inspect page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true {true} recognised: {count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true {true} said as {said}: {count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContinualDialog</name>
    <message>
        <source>Project of the new pictures (a folder named NAME.shizuku)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New month&apos;s pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the new pictures into a project of their own, with the same size and colour and the same class names, and choose it here. A model is trained on them beside all old pictures, beside the condensed set, beside random old ones, and alone; each is tested on old and on new test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Shizuku project that holds the new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As chosen on the page: {model}, trainings of each: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it later: after what runs, or overnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense first, or choose a run that has a condensed set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the project of the new pictures first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs in the line at the bottom of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContinualResults</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept of the old pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostsForm</name>
    <message>
        <source>Your costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measured times become money with these. They are kept with the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a missed defect costs (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoveragePane</name>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real pictures with nothing near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} smaller groups are not listed. Choose a class to see its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them in the gallery with the nearest sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Shizuku: a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Shizuku.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job that was running has ended. What it had kept until then is safe, and so is everything else in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was saved is lost: verdicts, runs, costs and the queue are written at once. What you did last may not have been carried out; do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on. If it happens again, quit and start Shizuku anew. Whoever looks after it at your place can use the diagnostic file: it holds the log, versions, graphics card and settings, but no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further faults since: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details for experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save diagnostic file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log, versions, graphics card and settings; no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window; Shizuku goes on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>Accuracy over images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class (logarithmic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that differ in images per class alone, tried with {model} by the same rule. Bars are the margin of error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condensing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings a set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveDialog</name>
    <message>
        <source>Curve over images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as the one chosen, with other numbers of images per class, are condensed and tried with {model}, trainings a set: {seeds}. They are put into the queue; nothing starts before you start it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run and a trial with as many images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is there already…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one number that is not there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense and try each of them, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out how long it takes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected time: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time can be told once a trial by this rule was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits in the queue already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condensed already; will be tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesTab</name>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of each set while it is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the training (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>change of costs or rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it worth it? The newest trial of this run, weighed with your costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder, condense it and try the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No condensed set yet. Condense the pictures, then try the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not been tried yet. A trial training measures accuracy and time; then you see here what is lost, what is saved, and whether it pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial-train…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only normal pictures are learnt from here, so there are no classes to tell apart: the trial is a defect detector that remembers the condensed set. Try it on the trial page; then you see here what is missed and what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try as a detector…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One HTML file with everything on this page, to print or pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole report as a PDF file, to pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision on one sheet of paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condensed set as a file for other programs, or as folders of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetectorView</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the defects in the test pictures that stay below the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a defect is rated higher than a normal picture. 1: always, 0.5: chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the detector keeps of the set, and how long it looks at one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed defects, threshold for {rate} % false alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects told from normal pictures (AUROC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory and time a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, {time} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the cost of a missed defect and of a false alarm (“What a missed defect costs”), the next comparison tells the cheapest threshold, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest threshold: a missed defect costs {missed}, a false alarm {alarm}, defective parts: {share} %. Other costs count from the next comparison on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Save the diagnostic file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP file (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingFields</name>
    <message>
        <source>Choose the file that lists the regions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions: file,page,x,y,width,height,label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings: pages and tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution of PDF, DXF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of a PDF or TIFF that are imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large sheets lose detail as one picture; tiles keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listed regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep nearly empty tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch at which pages of PDF and DXF are drawn. More keeps finer lines and takes longer; scans have 200 to 400.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square tiles a page is cut into, before they are made smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What neighbouring tiles have in common, in % of their side: what one of them cuts through is whole in the other.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed &amp;runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back {run}, removed on {time} ({size})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete them for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Removed runs stay here for {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the removed runs for good? Runs: {count}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>None of them can be shown as a picture now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} are shown; “Copy the list” copies all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file on a line of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpertForm</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the samples are improved; the quality decides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed starts from the same samples and draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number of images for every class, or the same total shared out by the classes&apos; pictures; none gets less than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give single classes more or fewer images than the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of at most so many training pictures are not condensed: their real pictures stand beside the synthetic samples. Automatic: where a class has no more pictures than images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of a class&apos;s labels may be wrong. Pictures whose label fits worst are set aside, so many at most, and listed for you to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run may take. Pictures and statistics that are beyond it are kept on disk, which takes a little longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the quality says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the real pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: one sample an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × 2 samples an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics processor of this Mac</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical real samples (k-means) show all kinds of a class and are best; noise copies no real sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four samples of half the resolution in the space of one: more variety, less detail. Switch it off where details of a few pixels decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to compute; automatic is as in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDF5 file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebDataset (TAR)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders of PNG pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers as a sheet (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers as JSON…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export the condensed set as an HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDF5 file (*.h5 *.hdf5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the condensed set as a WebDataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TAR file (*.tar)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the condensed set as a Parquet file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet file (*.parquet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into a new folder in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report as an HTML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML file (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all numbers as a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all numbers as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON file (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>Calibration after training on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further figures by set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to 95 % of full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy (estimate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall and precision of each class in one figure, every class counted alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the model&apos;s confidence is from how often it is right, on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time until 95 % of the full data&apos;s accuracy were reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power times time of one training; an estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of one training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered: {share} of the full data&apos;s accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against random real samples: {points} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro-F1: mean of the classes&apos; F1. Calibration error: mean distance of confidence and accuracy in 15 bins; 0 is best. Time: when the learning curve first reaches 95 % of the full data&apos;s accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy: seconds of training × {watts} W assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This trial is older and holds no calibration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as sure as right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the dashed line the model is surer than it is right. A larger point stands for more pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows samples with this verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows samples with this issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value to filter by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows samples by a measured value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least value shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples with a smaller value are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples with a larger value are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows all samples again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {least} to {most}. What has no such value is left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>speaks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Opens or closes the part below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderEditor</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real, kept whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys go through the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real samples cannot be shown beside this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the training pictures of the class below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryBar</name>
    <message>
        <source>Measuring: {done} of {total} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring: {done} of {total} pictures, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search file names, class names and sample numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only some: by verdict, issue or value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured so far stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer matching: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples shown match the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away what no longer matches: it stays until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected: {synthetic} synthetic, {real} real samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryWords</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name (real)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the chosen (real)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} up to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} from {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapsView</name>
    <message>
        <source>Gaps by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order the classes stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style gap by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early layers see lines and grain, late ones larger shapes. Expert settings can weigh them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>The guide is missing: {path}. Install Shizuku again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leads out of the guide and is not opened: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide — Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the last link was followed from (Alt+←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the guide (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or F3: next place, Shift+F3: previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each opens its section of the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller letters (Ctrl+-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger letters (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a folder of more pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaving pictures out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putting back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes named by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the check report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the folder holds, as it was understood. Nothing in it is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you have? Pictures are prepared once and kept in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet. Choose a folder: one subfolder a class, with train and test folders or without, or a flat folder with a CSV list. Or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New from folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From another folder, prepared as those that are here. Sides stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what was noticed, with pictures, as one HTML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the project that is open; nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a project of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step: learn a few synthetic samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing into {project}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing into {project}: {done} of {total} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Imported</name>
    <message>
        <source>What the project holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared pictures, the first of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared pictures by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} pictures in {classes} classes: {train} for training, {test} held out for testing · {width} × {height} px, {colour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {folder}, which is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you trust it? Compare each synthetic sample with the real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial-train…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real samples cannot be read just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condensed set as a file for other programs, or as folders of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how far the samples are from real ones…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder, then condense it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run looked at has no condensed set yet. Resume it, or look at another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the newest condensed set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No condensed set yet. Condense makes one from {count} pictures in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: train a model on it and on real samples, and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectWords</name>
    <message>
        <source>verdict taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} by {inspector}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{judgement} (second look)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since the sign-off by {inspector}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off in part by {inspector}, {time}, hash {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off by {inspector}, {time}, hash {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorField</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who judges: stored with every verdict, with the time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Interval</name>
    <message>
        <source>guessing: {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %, between {low} and {high} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuesView</name>
    <message>
        <source>Issues found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the worst sample beside real ones (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its samples in the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. What is left is your own eye: go through the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more issues are not listed; the gallery can filter by issue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobNotices</name>
    <message>
        <source>Finished: {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, with what was reached kept: {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import of a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condensing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial with new pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is worked off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>{name}: from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of each set while it is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the training (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out real pictures, mean over the trainings so far. The curves use at most 400 of them, the result all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} on: {set}  ·  {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training on: {set}  ·  {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text file (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less serious lines are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest line stands at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines that are marked, or all that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is shown, as a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown: {shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an archive or a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Shizuku project (a folder named NAME.shizuku)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Shizuku {version}&lt;/h3&gt;&lt;p&gt;Condenses a folder of drawings or product photos into a few synthetic samples that train a model almost as well.&lt;/p&gt;&lt;p&gt;Works offline: it opens no network connection.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;It contains the work of others, such as Qt under the LGPL. Their licences lie in {folder}.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and keep what was reached, discard it, or let it go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep, then close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and discard, then close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapStrips</name>
    <message>
        <source>Missed defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed defects with the lowest scores; bright: where they look anomalous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No defect is missed with this memory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Kind of map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane in which the real pictures differ most; at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours stay neighbours; takes a while for many pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What colours and shapes say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the map tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real or synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw an outline around points (or drag with Shift)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of real pictures and synthetic samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go through the synthetic samples, Enter looks at one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near means alike. How far apart groups stand means nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near means alike. The plane shows {share} % of how much real pictures differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} real pictures are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic; press to look at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small: real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large: synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real, taken into the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeaningFields</name>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of train/test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room around boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class} stands for the class, # for digits, * for anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is cut out around a box beyond it, on each side, in % of its longer side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasuringFields</name>
    <message>
        <source>How likeness is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What appearance is measured in: line weight, noise and tone of drawings; light, colour and sharpness of photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weight of appearance is shared out: moments see line weight, tone and noise, correlation sees texture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the networks that appearance is read from: early ones see lines and noise, late ones larger texture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where in a layer appearance is read: before normalisation (recommended), or after it and ReLU, which remove part of what is to be matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class means compare where a class lies; a Gaussian kernel also how its samples are distributed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounded: the samples of a class are spread as widely as the real ones. KL: the published measure, on nearest neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the KL diversity looks at neighbours. Choose it above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a class&apos;s samples, how many count as neighbours of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recognised: drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recognised: photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early: lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late: texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before normalising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After normalising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class means (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounded (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL (as published)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %, correlation {rest} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <source>Rejected samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {samples} samples are rejected: {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace them by the nearest real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They start anew and are learnt beside the others, which stay exactly as they are. Takes about half as long as the run did. Their verdicts are open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest real picture of the class stands in the place of each. Takes seconds; the set then holds real pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The set becomes smaller: {left} samples are left. Takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a new run; this one stays as it is. Samples that stay keep their verdicts with name and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the new run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs in the line at the bottom of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New from folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New from &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language / 言語</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour on the sample drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;diagnostic file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsTab</name>
    <message>
        <source>Accuracy by model and set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a model, a column a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out real pictures. The condensed set was learnt through ConvNets; the other models never saw it being made. The sets, the rule and the number of trainings are the same for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test pictures told rightly by a model trained on: {set}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is the one the trial was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of the condensed set as a share of that with all real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: no real selection to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: the condensed set holds, better than {set} ({condensed} against {baseline}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: {set} is better than the condensed set ({baseline} against {condensed}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: no gain over {set} ({condensed} against {baseline}), within the margin of error.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Distance by content: 0 is the same picture, 2 nothing in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance by style: 1 is as far as two real samples of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance by content and style: 1 is as far as two real samples of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest by what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the nearest real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest real samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>What is new in {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Files that cannot be used: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to worry about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take part again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures no longer take part. No file is changed; “Put back” undoes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Give the project a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project of this name exists already: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project cannot lie inside the folder that is imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: {layout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder has test pictures of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out of training, by class, to measure with afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train and test folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good and defects (MVTec)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of files (CSV, Excel, JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class in the file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxes (COCO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxes (Pascal VOC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxes (YOLO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no classes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out for testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use defects for testing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal pictures alone are learnt from and condensed; pictures of defects only test a detector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a prepared picture. Smaller is faster; details must stay visible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number holds out the same pictures, today and elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tells the class: folders, file names or a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey pictures are smaller and condense faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of pictures that are not square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the project is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder to keep the project in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the pictures are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad with the border&apos;s colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the middle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real, varied more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is furthest off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it beside the nearest real ones</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones of this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones, 0–255: synthetic as a line, real as an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance of both pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no real sample to compare with yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring both pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures this small cannot be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathSentence</name>
    <message>
        <source>Copy the file name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>This view as a picture: copy or save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrecisionCurves</name>
    <message>
        <source>Precision over recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line for each set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall: defects found, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision: alarms that are right, %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>How to prepare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are → prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures as they are and prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose classes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of pictures that look alike, for you to name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folder: {count} files so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} pictures in {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print the decision page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectCard</name>
    <message>
        <source>Remove from this list; the project stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found: it was moved, renamed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} pictures in {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condensed: accuracy {accuracy}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Looking at the pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same name twice makes one class; no name leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of group {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least one group a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that look alike, in groups. Give each group the name of its class; the same name twice makes one class of two groups, no name leaves a group out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many groups of pictures that look alike are proposed as classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each name becomes a class of the import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Queue: {count} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the queue of runs and trials.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueNotice</name>
    <message>
        <source>The queue of this project has entries waiting: {count}. Go on with them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works off the entries that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the list of what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the queue, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row an entry; the uppermost comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list; the queue itself goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty. “Add to queue” on the pages Condense and Trial puts something in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue stops after the running entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs goes on to its end; nothing further begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do everything that waits, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what waits can be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what failed can be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it wait again, with the trials that had no run because of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running. Stop or cancel it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out; with a condensing goes the trial of its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out what is done or has failed; results stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueRecipe</name>
    <message>
        <source>Do it later: after what runs, or overnight with others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueTrial</name>
    <message>
        <source>This run was mended by hand, so it is no point of a curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it later: after what runs, or overnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense and try with 1, 5, 10, 20 and 50 images per class, overnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve over images per class…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueWorker</name>
    <message>
        <source>change of the queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the guide at the page shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects, new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no project yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonsPopup</name>
    <message>
        <source>What is wrong with {sample}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sample} is {verdict}: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason that is kept with the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 tick, Enter keeps, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9 tick, Enter rejects, Shift+Enter puts on hold, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecallTab</name>
    <message>
        <source>Rarest class: {name}, training pictures: {count}. Recall {condensed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rarest class: {name}, training pictures: {count}. Recall {condensed} condensed, {full} all real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● condensed set; the class with the lowest recall comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: recall {condensed} % condensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: recall {condensed} % condensed, {full} % all real ({change} points)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeDraft</name>
    <message>
        <source>change of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Structure, appearance and variety are all off. Raise at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“As published” knows no other appearance than that of your pictures. Choose another quality, or “As in my pictures”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic images that are learnt for each class. More come closer to all real samples, and take longer to condense and to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first look, with a fraction of the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right for most sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four times the steps, for a set you will keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s objective, to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends condensing in time, with the best there is by then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condensing ends by then with the best there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the time limit to set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {samples} synthetic samples from {pictures} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {images} images that hold {samples} synthetic samples, from {pictures} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes with fewer pictures, used whole: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveredDialog</name>
    <message>
        <source>Shizuku: recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shizuku was cut off on {time}. This is what was recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shizuku was cut off. This is what was recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended by a fault of its own; the diagnostic file tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A power cut, or it was ended from outside; nothing points to a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save diagnostic file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log, versions, graphics card and settings; no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where it was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project was open and no job ran, so nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {project}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project: {project}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of {source} was cut off. Import it again with the same options: it goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} was cut off before its first checkpoint; start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} was interrupted at step {step} of {total}; it can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} was interrupted at step {step}; it can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts and notes kept: {count}, the last one of {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries waiting in the queue: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-written files that were removed: {count} ({size}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else in the project is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceBox</name>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or end it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures to look like; they need no classes. Or drop the folder here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this reference out of the project; the folder it came from stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this project: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceImport</name>
    <message>
        <source>Choose a folder of pictures to look like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of reference {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the reference “{title}” ({count} pictures)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run uses it. The folder it came from stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that use it: {runs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their condensed sets stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of them are not finished and could not be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Choose a synthetic sample first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored with the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: Enter keeps it, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which trial is shown; the newest comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys go from tab to tab.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResumeOffer</name>
    <message>
        <source>A run was interrupted at step {step}; it can be resumed from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source> points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> × accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> months</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>The verdict follows from these rules alone. Change them to fit your factory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rules as they come with Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for this: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: met where what was measured is {sign} this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not met: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the verdict becomes where this is not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pilot further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use its recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the run stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a run, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content gap / style gap between real and synthetic samples; 0 is matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of a model trained on it, from the newest trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic samples judged in Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes first, and whose appearance the samples take on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run}
Structure {content}, appearance {style}, variety {diversity}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures set aside, listed in suspicious.csv of the run&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the last checkpoint with the same recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its synthetic samples beside the real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run in the table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the form on the left with this run&apos;s recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to the project&apos;s trash; Edit → Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or end it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is finished; there is nothing to resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run left no checkpoint to go on from. Start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunRemoval</name>
    <message>
        <source>removal of run {run}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the shapes are from the real ones. 0: matched, 1: as far as a class lies from the centre of all classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the look is from the real one. 0: matched, 1: as far as nothing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How widely the synthetic samples are spread, in % of the real samples&apos; spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap, % of start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps of content, style and diversity by step, in % of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No curve: this run took no step of condensing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic samples by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large samples are shown; what is stored stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare each synthetic sample with the nearest real ones and judge it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at: weight 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap: matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap: close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap: differs visibly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap: far off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the real spread: as varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the real spread: somewhat less varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the real spread: much less varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the real spread: more varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condensing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; what was reached is being kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling; nothing will be kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready: reading the pictures and preparing the computation. The first steps follow within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume in the line at the bottom of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: {samples} synthetic samples in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at step {step}; what was reached is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed at step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress in another window or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint is safe: the run can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was learned yet. Change the recipe and start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps on {device}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsGalleries</name>
    <message>
        <source>No sample at this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real, kept whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or double click: look at the sample closely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no samples of this class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsGaps</name>
    <message>
        <source>Gaps by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps of both runs by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured of both runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {first} in run A, {second} in run B; run A is closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {first} in run A, {second} in run B; run B is closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {first} in run A, {second} in run B; as close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %: as varied as the real samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ run A   ● run B   {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>How the runs differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Reading both runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how close run A is to the real samples (1 of 2)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how close run B is to the real samples (2 of 2)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one run has a condensed set. Condense again with another recipe to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the runs differ, in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gaps of both runs by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleChoice</name>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitting each pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±{scale} for all pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one scale to compare pairs by colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreHistogram</name>
    <message>
        <source>Area: normal test pictures. Line: defects. Dashed: threshold {threshold}, above which a picture is called defective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomaly scores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecondLookDialog</name>
    <message>
        <source>The looks disagree on no sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This verdict shall hold; both looks keep what they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and compare the sample with real ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They disagree on {count} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys go through the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample that is chosen, enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected: {samples} synthetic, {rows} real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetCard</name>
    <message>
        <source>Second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second look: {agreeing} of {twice} agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the mended run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier verdicts are hidden until it is ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no condensed set to judge yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the second look first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge some samples first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample is rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge again in another order, without seeing what was said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real or synthetic? Twenty pairs tell how real the samples look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense the rejected samples again, replace them or leave them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign for the set as it is now; any later change shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well both looks agree, and where they do not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest run made from this one without its rejects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetDesk</name>
    <message>
        <source>The real samples cannot be read just now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetRow</name>
    <message>
        <source>pictures: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condensed set always takes part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The synthetic samples of this run, exactly as exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real samples of the same size, drawn at random: costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real samples of the same size, chosen to be typical: cheap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real samples of the same size whose mean is near that of their class: cheap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real samples of the same size, spread as widely as they go: cheap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random real samples, reduced and packed like the condensed set: as many pictures in the same bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All real training samples: what can be reached. Takes longest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetTable</name>
    <message>
        <source>Results by set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test pictures told rightly: mean of the trainings ± their deviation, in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class of which the smallest share was told rightly, and that share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of one training on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the pictures as they are stored, without compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy}  (best)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy}  (lowest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single trainings: {single}. Mean recall over classes: {balanced}. Interval with the sampling error of the test pictures: ± {margin} points.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each shows its settings beside the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file that another workstation has exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For other workstations; nothing personal goes with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the changes and closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys belong to the kind of view and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a field and press the keys you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command, then press its new keys below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys this command comes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys all commands come with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the changes and closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is needed to move around the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is used already: {command} ({place}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOffDialog</name>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off this set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sign for; change it as you need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have compared the samples of this set with real ones and judged each; the set may be used to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off in part: with samples that are not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is signed for are the pictures and the verdicts as they are now. A hash of them shows any later change; it is no cryptographic signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign under this name, now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One over the other; {left} and {right} move the divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic, real and class mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic less real, as colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones and measures of both pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored image that holds the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class mean, real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic brighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the differences, grey levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: whole picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the real samples of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic sample over the real one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of the two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored image, the sample&apos;s part framed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no real sample to compare with yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference: both pictures are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference {largest} grey levels, mean {mean}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels beyond the scale: {count} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample is stored as it is: a real picture that was kept whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As stored: image {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded: what a model sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stored image holds {count} samples, each at 1/{factor} of the side; the framed one is this sample.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condenses thousands of drawings or photos into a few synthetic samples that train a model almost as well, in a fraction of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New from folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, 2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop a folder of pictures, or a project, anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A project keeps the prepared pictures, the condensed sets and the trials of one folder of pictures; the pictures themselves are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of pictures into a new project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project folder, NAME.shizuku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws mechanical and electrical symbols and imports them: a few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the sample drawings and leads through the five steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and discard {time} of work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping; what was reached is being kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling; nothing will be kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} · {free} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepFields</name>
    <message>
        <source>Straighten and even out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For pictures that were scanned sideways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of pictures with more than 256 greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten tilted scans (up to 15°)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns a scan until its lines are level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off empty margins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn then fills the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even out paper and lighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off by default: how a scan looks is information a model should learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the range in use, one for all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StressTab</name>
    <message>
        <source>A row a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strain as it came out: wrong labels, or the thinnest class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test pictures told rightly, under the strain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall under the strain, every class counted alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far below the same set without the strain, in points, with its margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class of which the smallest share was told rightly, and that share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studying</name>
    <message>
        <source>Looking for the nearest real samples…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The classes of the sample drawings; some pictures of each are held out for testing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands what was noticed in the pictures, and what can be done about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blue button is always the next step: press it, or press Next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per class says how small the condensed set becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality says how long it learns; Quick is right for a first look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three sliders weigh what is kept: structure, appearance and variety.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Condense, time and memory stand beside it; or look on first with Next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job runs: pause, stop and keep, or discard it here, from every page; Next goes on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare each synthetic sample with real ones, and judge it below with 1, 2 or 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once something is condensed, synthetic and real samples stand here side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same model, trained on the condensed set and on real ones: who learns more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial-train trains the same model on the condensed set and on real ones, and compares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once something is condensed, a trial here shows whether it trains as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopt, pilot or leave it: one sentence, with its reasons and your costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a trial it says here what is lost, what is saved and whether it pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the whole way; the guide tells more, always at the page that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour goes on here; press this step, or End.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialDraft</name>
    <message>
        <source>change of the trial</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>What is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings a set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is trained and tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New month&apos;s pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pictures have come: was it enough to keep the condensed set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each training starts differently; three show how much chance is in a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its condensed set is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that is trained on every set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialOptions</name>
    <message>
        <source>Weights of {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.pt *.pth *.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train these models on the same sets too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each set is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from weights of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power while training, for the energy estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condensed set was learnt through ConvNets: does it hold for other models? Larger models take several times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress: wrong labels and imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains each set again with a tenth of its labels wrong, and with most classes thinned to as little as a tenth; takes about three times as long. With the model above alone: the question is what the sets bear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a training ends; the same for every set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the rule (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal steps for every set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal epochs for every set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of the computer while it trains: times the training time, the energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual for the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from scratch, without weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A state dict saved with torch.save; its classifier is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: trained from scratch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>A trial is running; its sets are fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the condensed set train as well as real samples? The same model is trained on each set and tested on held-out real pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial-train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder; then condense it, and try the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No condensed set yet. Condense the pictures first; here you then see whether a model learns as much from it as from all real samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not been tried yet. Trial training compares the condensed set with real sets of the same size, and with all real samples: accuracy, recall by class, and the time that a training takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to decide on yet: trial-train first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh accuracy, time and money for this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the condensed set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to train: {count} (sets: {sets}, trainings of each: {seeds}). Held-out test pictures: {tests}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to train: {count} (kinds: {models}, sets: {sets}, trainings of each: {seeds}). Held-out test pictures: {tests}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under strain: {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time}, judged by the last trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time}, judged by some steps of training.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>images per class: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended: {count} condensed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended: {count} replaced by real ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended: {count} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trainings of each set: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwoClassTab</name>
    <message>
        <source>Defect detection by set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall: defects found, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision: alarms that are right, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two classes is the defect? Tick it under “Critical classes” on the Decide page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This trial is older and holds no probabilities. Trial-train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of the classes has test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the cost of a missed defect and of a false alarm (Decide page, “What a missed defect costs”), the cheapest threshold is told here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{set}: cheapest is to call a picture “{defect}” from {threshold} on. Missed defects: {missed} of {defects}. False alarms: {alarms} of {normals}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{set}: cheapest is to call no picture “{defect}”. Missed defects: {missed} of {defects}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{set}: cheapest is to call every picture “{defect}”. False alarms: {alarms} of {normals}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of 1,000 parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area below precision over recall: 1 finds every defect without false alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability from which on a picture is called a defect; the cheapest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects taken for good at this threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good ones taken for defects at this threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What missed defects and false alarms cost together, with your costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marks stand at the cheapest thresholds. Costs used: missed defect {missed}, false alarm {alarm}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>then next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next sample after each verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a synthetic sample first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You would trust this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You would not trust this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be decided later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last verdict back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the verdict again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict has been given yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict has been taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{judged} of {count} judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second look: {judged}/{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored without a name. Who judges? Enter a name above, once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictHistory</name>
    <message>
        <source>verdict on sample {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of the model trained on the condensed set less that on all real ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training on all real samples less one on the condensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shorter trainings save in a year, less what condensing costs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>0 · off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsForm</name>
    <message>
        <source>What to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to put first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All three count the same. Right for most sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where shapes tell the classes apart and the look of a picture does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the look itself is what counts: surfaces, textures, scan quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure (content)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes a class: shapes and their arrangement. More matches them more closely, less leaves room for the other two, 0 does not look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance (style)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the pictures look: line weight, noise, texture, contrast. More matches it more closely, less leaves room for the other two, 0 does not look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variety (diversity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the samples of a class are spread. More keeps them as different as the real ones, less lets them be alike, 0 does not look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: symbols and how their lines meet are kept more closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: line weight, scan noise and paper tone are matched more closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: the drawings of a class differ more in place, size and slant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: outlines of parts and defects are kept more closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: colour, light, sharpness and surface are matched more closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: the photos of a class differ more in place, pose and light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: shapes follow the real samples more closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: line weight, noise and texture are matched more closely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: the samples of a class differ more from each other.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Half</name>
    <message>
        <source>Synthetic samples of {run}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
