<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_GB">
<context>
    <name>AdviceBox</name>
    <message>
        <source>Suggest a recipe</source>
        <translation>設定を提案</translation>
    </message>
    <message>
        <source>Wait until the job in progress has ended: it would falsify the measurement.</source>
        <translation>実行中の処理が終わるまでお待ちください。同時に測ると正しく測定できません。</translation>
    </message>
    <message>
        <source>Fills the form for these pictures and this computer, and says why.</source>
        <translation>この画像とコンピューターに合わせて設定を入力し、その理由を示します。</translation>
    </message>
    <message>
        <source>Looking at the pictures and measuring this computer…</source>
        <translation>画像を確認し、このコンピューターの速度を測定中…</translation>
    </message>
</context>
<context>
    <name>AnomalyDesk</name>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
    <message>
        <source>Choose the weights file first.</source>
        <translation>先に重みファイルを選んでください。</translation>
    </message>
    <message>
        <source>This run has not been tried yet. A detector remembers the condensed normal samples; it is compared with one that remembers all normal pictures, and with real ones of equal number: defects found, missed, false alarms, memory, time.</source>
        <translation>この実行はまだ試していません。濃縮した正常なサンプルを記憶する検出器を、正常な画像すべてや同じ枚数の実サンプルを記憶する検出器と比べます: 検出、見逃し、誤報、記憶の大きさ、時間。</translation>
    </message>
</context>
<context>
    <name>AnomalyForm</name>
    <message>
        <source>Which normal set finds defects best?</source>
        <translation>どの正常データが欠陥を最もよく見つけるかを比べます</translation>
    </message>
    <message>
        <source>Try it later: after what runs, or overnight.</source>
        <translation>あとで試します(実行中のものの後や、夜間など)。</translation>
    </message>
    <message>
        <source>Weights of a ResNet-18</source>
        <translation>ResNet-18 の重み</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Defect detector</source>
        <translation>欠陥検出器</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較するもの</translation>
    </message>
    <message>
        <source>Squares of pixels (no network)</source>
        <translation>画素の正方形(ネットワークなし)</translation>
    </message>
    <message>
        <source>Network taught on the normal pictures</source>
        <translation>正常な画像で学習したネットワーク</translation>
    </message>
    <message>
        <source>Random network</source>
        <translation>ランダムなネットワーク</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>キューに追加</translation>
    </message>
    <message>
        <source>False alarms allowed</source>
        <translation>許容する誤報</translation>
    </message>
    <message>
        <source>Random sets</source>
        <translation>ランダム選択の回数</translation>
    </message>
    <message>
        <source>Its condensed set is tried.</source>
        <translation>この実行の濃縮データを試します。</translation>
    </message>
    <message>
        <source>What pictures are compared by</source>
        <translation>画像を比べる方法です</translation>
    </message>
    <message>
        <source>Share of normal pictures that may be taken for defects; the threshold is set so.</source>
        <translation>正常画像を欠陥と判定してよい割合です。しきい値をこれに合わせます。</translation>
    </message>
    <message>
        <source>As many random selections of real pictures are compared with, and averaged.</source>
        <translation>比較する、実画像の無作為な選び方の数です。結果は平均します。</translation>
    </message>
    <message>
        <source>Weights file (ResNet-18)</source>
        <translation>重みファイル(ResNet-18)</translation>
    </message>
    <message>
        <source>Costs of missed defects and false alarms are those of the Decide page.</source>
        <translation>見逃しと誤報の費用は「判断」ページの値を使います。</translation>
    </message>
    <message>
        <source>Find defects</source>
        <translation>欠陥を検出</translation>
    </message>
</context>
<context>
    <name>AnomalyResults</name>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>Which comparison is shown; the newest comes first</source>
        <translation>表示する比較です。新しいものが先頭です</translation>
    </message>
    <message>
        <source>Whose detector is shown below</source>
        <translation>下に結果を表示するデータです</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>適合率と再現率</translation>
    </message>
    <message>
        <source>Anomaly scores</source>
        <translation>異常スコア</translation>
    </message>
</context>
<context>
    <name>AnomalyTable</name>
    <message>
        <source>Normal sets as memory of the detector</source>
        <translation>検出器の記憶に使う正常な画像</translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation>1 行が 1 つのデータです。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>AUROC
(95 %)</source>
        <translation>AUROC
(95 %)</translation>
    </message>
    <message>
        <source>Size, time
a picture</source>
        <translation>サイズ、
時間(1 枚)</translation>
    </message>
    <message>
        <source>With the threshold that costs least, by the costs of the Decide page</source>
        <translation>判断ページの費用で最も安くなるしきい値での値</translation>
    </message>
    <message>
        <source>pictures: {count}</source>
        <translation>{count} 枚</translation>
    </message>
    <message>
        <source>{missed} missed
{alarms} alarms</source>
        <translation>見逃し {missed}
誤報 {alarms}</translation>
    </message>
    <message>
        <source>Average
precision</source>
        <translation>平均
適合率</translation>
    </message>
    <message>
        <source>False
alarms</source>
        <translation>誤報</translation>
    </message>
    <message>
        <source>Cheapest
threshold</source>
        <translation>費用最小の
しきい値</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>見逃し</translation>
    </message>
</context>
<context>
    <name>AppearanceChoice</name>
    <message>
        <source>Whose appearance</source>
        <translation>どの見た目にするか</translation>
    </message>
    <message>
        <source>Choose a reference folder, or another appearance.</source>
        <translation>参照フォルダーを選ぶか、別の見た目にしてください。</translation>
    </message>
    <message>
        <source>As in my pictures</source>
        <translation>自分の画像と同じ</translation>
    </message>
    <message>
        <source>Right where the model will see pictures like these.</source>
        <translation>モデルが同じような画像を見る場合に適しています。</translation>
    </message>
    <message>
        <source>As in a reference folder</source>
        <translation>参照フォルダーと同じ</translation>
    </message>
    <message>
        <source>Your shapes, the look of other pictures: clean scans, a new camera. Their classes do not matter.</source>
        <translation>形は自分の画像、見た目は別の画像(きれいなスキャン、新しいカメラなど)に合わせます。参照側のクラス分けは不要です。</translation>
    </message>
    <message>
        <source>Varied more</source>
        <translation>より幅広く</translation>
    </message>
    <message>
        <source>The look varies more widely: for scanners or lighting not seen yet.</source>
        <translation>見た目の幅を広げます。まだ見たことのないスキャナーや照明に備える場合に。</translation>
    </message>
    <message>
        <source> times as wide</source>
        <translation> 倍の幅</translation>
    </message>
    <message>
        <source>How many times as wide as in the pictures</source>
        <translation>実際の画像の何倍の幅にするか</translation>
    </message>
    <message>
        <source>How much more line weight, noise, tone and texture vary than in your pictures; 1: as they do there.</source>
        <translation>線の太さ、ノイズ、濃淡、質感の幅を、自分の画像の何倍にするかです。1 は自分の画像と同じです。</translation>
    </message>
</context>
<context>
    <name>AppearanceView</name>
    <message>
        <source>Appearance, measure by measure</source>
        <translation>見た目の測定値</translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <translation>画像の種類</translation>
    </message>
    <message>
        <source>What to measure: lines and paper, or light and texture</source>
        <translation>測る内容: 線と紙、または光と質感</translation>
    </message>
    <message>
        <source>recognised</source>
        <translation>自動判別</translation>
    </message>
    <message>
        <source>recognised ({kind})</source>
        <translation>自動判別({kind})</translation>
    </message>
    <message>
        <source>real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>real, varied more</source>
        <translation>実サンプル（幅を広げた見た目）</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>Basis</name>
    <message>
        <source>What this rests on</source>
        <translation>この判断の根拠</translation>
    </message>
    <message>
        <source>The comparison of {time}: a defect detector on {device}.</source>
        <translation>{time} の比較: 欠陥検出器、{device}。</translation>
    </message>
    <message>
        <source>Test pictures: {normal} normal, {defects} with defects.</source>
        <translation>テスト画像: 正常 {normal} 枚、欠陥 {defects} 枚。</translation>
    </message>
    <message>
        <source>Normal pictures that only set the threshold: {count}.</source>
        <translation>しきい値を決めるためだけの正常な画像: {count} 枚。</translation>
    </message>
    <message>
        <source>The trial of {time}: {model} on {device}.</source>
        <translation>{time} の試し学習: {model}、{device}。</translation>
    </message>
    <message>
        <source>Held-out real pictures: {tests}; trainings of each set: {seeds}.</source>
        <translation>テスト用の実サンプル {tests} 枚、各データの学習 {seeds} 回。</translation>
    </message>
    <message>
        <source>Margin of the condensed set&apos;s accuracy: ± {margin} points, from the deviation over trainings and the number of test pictures.</source>
        <translation>濃縮データの正解率の誤差: ±{margin} ポイント(学習ごとのばらつきとテスト枚数による)。</translation>
    </message>
    <message>
        <source>Time to condense: {time}.</source>
        <translation>濃縮にかかった時間: {time}。</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>等倍</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>なめらか</translation>
    </message>
    <message>
        <source>Real sample</source>
        <translation>実サンプル</translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation>最も近い実サンプル</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Kept whole</source>
        <translation>そのまま残した実サンプル</translation>
    </message>
    <message>
        <source>In place of a rejected sample: this is the real sample {source}</source>
        <translation>不合格のサンプルの代わり: 実サンプル {source} そのものです</translation>
    </message>
    <message>
        <source>Nearest in content: {source}, distance {distance}</source>
        <translation>内容が最も近い: {source}、距離 {distance}</translation>
    </message>
    <message>
        <source>Nearest in style: {source}, distance {distance}</source>
        <translation>見た目が最も近い: {source}、距離 {distance}</translation>
    </message>
    <message>
        <source>Nearest in content and style: {source}, distance {distance}</source>
        <translation>内容と見た目が最も近い: {source}、距離 {distance}</translation>
    </message>
    <message>
        <source>Real sample: {source}</source>
        <translation>実サンプル: {source}</translation>
    </message>
    <message>
        <source>Show the whole pictures</source>
        <translation>画像全体を表示</translation>
    </message>
    <message>
        <source>One pixel as one of the screen</source>
        <translation>画像の1画素を画面の1画素で表示</translation>
    </message>
    <message>
        <source>Blend between the pixels</source>
        <translation>画素の間を補間</translation>
    </message>
    <message>
        <source>The class has no training pictures to compare with.</source>
        <translation>このクラスには比較できる学習用の画像がありません。</translation>
    </message>
    <message>
        <source>Kept whole: this is the real sample {source}</source>
        <translation>そのまま残した実サンプルです: {source}</translation>
    </message>
    <message>
        <source>Copy of a real sample: {source}</source>
        <translation>実サンプルと同一: {source}</translation>
    </message>
</context>
<context>
    <name>BlindDialog</name>
    <message>
        <source>Blind test</source>
        <translation>ブラインドテスト</translation>
    </message>
    <message>
        <source>You see {count} pairs: a real picture and a synthetic sample of the same class. Say which is the synthetic one, with ← or →. The result comes at the end: how often you were right, and whether that is more than guessing. Who leaves before the end leaves nothing behind.</source>
        <translation>同じクラスの実サンプルと合成サンプルを {count} 組お見せします。合成サンプルはどちらか、← か → で答えてください。最後に、正しく見分けた割合と、それが当て推量を上回るかがわかります。途中でやめると何も保存しません。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>検査者</translation>
    </message>
    <message>
        <source>Earlier tests of this run</source>
        <translation>この実行のこれまでのテスト</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Nothing is stored (Esc)</source>
        <translation>何も保存しません(Esc)</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>スタート</translation>
    </message>
    <message>
        <source>Shows the first of the pairs</source>
        <translation>最初の組を表示します</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>名前なし</translation>
    </message>
</context>
<context>
    <name>BlindResult</name>
    <message>
        <source>told rightly</source>
        <translation>正しく見分けました</translation>
    </message>
    <message>
        <source>The synthetic samples of the test</source>
        <translation>テストに出た合成サンプル</translation>
    </message>
    <message>
        <source>{told} of {count}</source>
        <translation>{count} 組中 {told} 組</translation>
    </message>
    <message>
        <source>✓ told</source>
        <translation>✓ 見分けた</translation>
    </message>
    <message>
        <source>✕ taken for real</source>
        <translation>✕ 実と回答</translation>
    </message>
</context>
<context>
    <name>BlindView</name>
    <message>
        <source>Which one is the synthetic sample?</source>
        <translation>合成サンプルはどちらですか?</translation>
    </message>
    <message>
        <source>The left one</source>
        <translation>左</translation>
    </message>
    <message>
        <source>The right one</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>左の画像</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>右の画像</translation>
    </message>
    <message>
        <source>pair {place} of {count}</source>
        <translation>{count} 組中 {place} 組目</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Classes by hand: {count}…</source>
        <translation>{count} クラス指定中…</translation>
    </message>
    <message>
        <source>Images by class…</source>
        <translation>クラス別の枚数…</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>To the stop before</source>
        <translation>前の説明に戻ります</translation>
    </message>
    <message>
        <source>D&amp;one</source>
        <translation>完了(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>終了(&amp;E)</translation>
    </message>
    <message>
        <source>Ends the tour (Esc)</source>
        <translation>ツアーを終了します(Esc)</translation>
    </message>
    <message>
        <source>Stops of the tour</source>
        <translation>ツアーの位置</translation>
    </message>
</context>
<context>
    <name>ClassImagesDialog</name>
    <message>
        <source>Classes by hand: {classes}, images: {images}</source>
        <translation>個別指定: {classes} クラス、{images} 枚</translation>
    </message>
    <message>
        <source>Images by class</source>
        <translation>クラス別の枚数</translation>
    </message>
    <message>
        <source>Give single classes a number of images of their own. The others, with —, follow the balance.</source>
        <translation>クラスごとに枚数を個別に指定できます。「—」のクラスは「枚数の配分」の設定に従います。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>学習用の画像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Every class follows the balance again.</source>
        <translation>すべてのクラスを自動の配分に戻します。</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>この枚数にする</translation>
    </message>
    <message>
        <source>The recipe takes these numbers.</source>
        <translation>この枚数を条件に使います。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
</context>
<context>
    <name>ClassPane</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Run to look at</source>
        <translation>表示する実行</translation>
    </message>
    <message>
        <source>Its samples are shown and judged here.</source>
        <translation>この実行のサンプルをここで確認し、判定します。</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>差の大きい順</translation>
    </message>
    <message>
        <source>Classes that differ most from the real samples on top</source>
        <translation>実サンプルとの差が大きいクラスを上に表示</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習用</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト用</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>Pictures that are condensed and trained on</source>
        <translation>濃縮と学習に使う画像</translation>
    </message>
    <message>
        <source>Pictures held out: never condensed, only used to measure</source>
        <translation>取り分けた画像。濃縮には使わず、評価だけに使います</translation>
    </message>
    <message>
        <source>Solid: training, hatched: test</source>
        <translation>塗りつぶし: 学習用、斜線: テスト用</translation>
    </message>
    <message>
        <source>Classes with their pictures</source>
        <translation>クラスと画像の枚数</translation>
    </message>
    <message>
        <source>A row a class.</source>
        <translation>1 行が 1 クラスです。</translation>
    </message>
    <message>
        <source>Class, and how many of its samples are judged</source>
        <translation>クラスと、判定済みのサンプル数</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Content gap between real and synthetic samples: 0 is matched, 1 is as far as a class is from the centre of all</source>
        <translation>実サンプルと合成サンプルの内容の差: 0 で一致、1 は全クラスの中心からの距離と同じ</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Style gap between real and synthetic samples: 0 is matched, 1 is as far as nothing at all</source>
        <translation>実サンプルと合成サンプルの見た目の差: 0 で一致、1 は何も描かれていない場合と同じ</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多様性</translation>
    </message>
    <message>
        <source>Spread of the synthetic samples, in per cent of that of the real ones</source>
        <translation>実サンプルに対する合成サンプルの広がり(%)</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>すべてのクラス</translation>
    </message>
    <message>
        <source>{judged}/{count} judged</source>
        <translation>判定 {judged}/{count}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Classes with their gaps</source>
        <translation>クラスと差</translation>
    </message>
    <message>
        <source>A row a class; choosing one shows its samples.</source>
        <translation>1 行が 1 クラスです。選ぶとそのサンプルを表示します。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Measuring how the samples and the real pictures look…</source>
        <translation>合成サンプルと実サンプルの見た目を測定しています…</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Look at each and judge it</source>
        <translation>1 枚ずつ見て判定します</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Real pictures and samples on a plane, and what the samples leave out</source>
        <translation>実サンプルと合成サンプルの分布と、合成サンプルがカバーしていないもの</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Copies, twins, wrong classes, odd pixels: found by itself, with evidence</source>
        <translation>コピー、似すぎ、クラス違い、不自然な画素を自動で検出し、根拠を示します</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Lines, noise, paper or light: synthetic samples beside real pictures</source>
        <translation>線、ノイズ、紙、光: 合成サンプルと実サンプルの比較</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Which classes are furthest from the real samples</source>
        <translation>実サンプルとの差が大きいクラス</translation>
    </message>
    <message>
        <source>Two runs</source>
        <translation>実行の比較</translation>
    </message>
    <message>
        <source>Compare runs: recipes, gaps, trials and samples of two runs side by side</source>
        <translation>2 つの実行の設定、差、試し学習、サンプルを並べて比べます</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>表示する内容</translation>
    </message>
</context>
<context>
    <name>CondensePage</name>
    <message>
        <source>Condense</source>
        <translation>濃縮</translation>
    </message>
    <message>
        <source>Go to Import</source>
        <translation>取り込みへ</translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder of pictures first; then Condense learns a few synthetic samples of each class from them.</source>
        <translation>まだ画像がありません。まず画像のフォルダーを取り込んでください。その画像から、クラスごとに少数の合成サンプルを学習します。</translation>
    </message>
    <message>
        <source>No condensed set yet. Condense makes one from {pictures} pictures. The curves and the synthetic samples are shown here while they are learned.</source>
        <translation>まだ濃縮データがありません。{pictures} 枚の画像から作ります。学習の間、曲線と合成サンプルがここに表示されます。</translation>
    </message>
    <message>
        <source>Condense learns a few synthetic samples of each class.</source>
        <translation>クラスごとに少数の合成サンプルを学習します。</translation>
    </message>
    <message>
        <source>Condense learns {ipc} synthetic images a class from {pictures} pictures, so that a model trained on them does almost as well.</source>
        <translation>{pictures} 枚の画像から、クラスあたり {ipc} 枚の合成画像を学習します。それだけで学習したモデルが、ほぼ同じ精度になるようにします。</translation>
    </message>
    <message>
        <source>It takes about {time}.</source>
        <translation>約 {time} かかります。</translation>
    </message>
    <message>
        <source>There are no pictures yet. Import a folder first.</source>
        <translation>まだ画像がありません。まずフォルダーを取り込んでください。</translation>
    </message>
    <message>
        <source>A run is in progress. Pause it, stop and keep, or cancel and discard it in the line at the bottom of the window.</source>
        <translation>実行中です。画面下の行で、一時停止、停止して保存、中止して破棄ができます。</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or end it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で終了してください。</translation>
    </message>
    <message>
        <source>Needs {need} of memory, but may take only {free}. Close other programs or allow more below; this is checked again every few seconds.</source>
        <translation>メモリーが {need} 必要ですが、使えるのは {free} だけです。ほかのプログラムを終了するか、下の設定で上限を上げてください。数秒ごとに確認し直します。</translation>
    </message>
    <message>
        <source>Estimating time and memory…</source>
        <translation>時間とメモリーを見積もっています…</translation>
    </message>
    <message>
        <source>Fits: {need} of {free} · about {time}</source>
        <translation>実行できます: {free} 中 {need} · 約 {time}</translation>
    </message>
</context>
<context>
    <name>ConfusionTab</name>
    <message>
        <source>Trained on</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Whose answers the matrix counts</source>
        <translation>どのデータの結果を数えるかです</translation>
    </message>
    <message>
        <source>A row a true class, a column what it was taken for.</source>
        <translation>行が正しいクラス、列が判定されたクラスです。</translation>
    </message>
    <message>
        <source>Rows: true class. Columns: what the model said. Summed over the trainings ({count}); a stronger colour is a larger share of the true class.</source>
        <translation>行: 正しいクラス、列: モデルの答え。学習 {count} 回の合計。色が濃いほど、正しいクラスに占める割合が大きいことを示します。</translation>
    </message>
    <message>
        <source>Choose a cell to see its pictures on the Inspect page.</source>
        <translation>セルを選ぶと、その画像を検査ページで見られます。</translation>
    </message>
    <message>
        <source>true {true} recognised: {count} of {total}</source>
        <translation>「{true}」を正しく認識: {total} 枚中 {count} 枚</translation>
    </message>
    <message>
        <source>true {true} said as {said}: {count} of {total}</source>
        <translation>「{true}」を「{said}」と誤認: {total} 枚中 {count} 枚</translation>
    </message>
</context>
<context>
    <name>ContinualDialog</name>
    <message>
        <source>Project of the new pictures (a folder named NAME.shizuku)</source>
        <translation>新しい画像のプロジェクト(NAME.shizuku フォルダー)</translation>
    </message>
    <message>
        <source>New month&apos;s pictures</source>
        <translation>今月分の画像</translation>
    </message>
    <message>
        <source>Import the new pictures into a project of their own, with the same size and colour and the same class names, and choose it here. A model is trained on them beside all old pictures, beside the condensed set, beside random old ones, and alone; each is tested on old and on new test pictures.</source>
        <translation>新しい画像を、同じサイズ、色、クラス名で別のプロジェクトに取り込み、ここで選んでください。新しい画像に、古い画像すべて、濃縮データ、ランダムな古い画像をそれぞれ加えた場合と、新しい画像だけの場合でモデルを学習させ、古いテスト画像と新しいテスト画像で評価します。</translation>
    </message>
    <message>
        <source>Choose project…</source>
        <translation>プロジェクトを選択…</translation>
    </message>
    <message>
        <source>A Shizuku project that holds the new pictures</source>
        <translation>新しい画像を取り込んだ Shizuku プロジェクトです</translation>
    </message>
    <message>
        <source>No project chosen yet</source>
        <translation>プロジェクトが選ばれていません</translation>
    </message>
    <message>
        <source>As chosen on the page: {model}, trainings of each: {count}</source>
        <translation>ページでの選択: {model}、学習回数: 各 {count} 回</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較する</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>キューに追加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
    <message>
        <source>Try it later: after what runs, or overnight.</source>
        <translation>あとで試します(実行中のものの後や、夜間など)。</translation>
    </message>
    <message>
        <source>Condense first, or choose a run that has a condensed set.</source>
        <translation>先に濃縮するか、濃縮データのある実行を選んでください。</translation>
    </message>
    <message>
        <source>Choose the project of the new pictures first.</source>
        <translation>先に新しい画像のプロジェクトを選んでください。</translation>
    </message>
    <message>
        <source>It runs in the line at the bottom of the window</source>
        <translation>進み具合は画面下の行に表示します</translation>
    </message>
</context>
<context>
    <name>ContinualResults</name>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>What is kept of the old pictures</source>
        <translation>古い画像のうち残すもの</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>残すもの</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>One training</source>
        <translation>学習 1 回</translation>
    </message>
</context>
<context>
    <name>CostsForm</name>
    <message>
        <source>Your costs</source>
        <translation>費用の入力</translation>
    </message>
    <message>
        <source>The measured times become money with these. They are kept with the project.</source>
        <translation>測定した時間を金額に換算します。プロジェクトに保存されます。</translation>
    </message>
    <message>
        <source>What a missed defect costs (optional)</source>
        <translation>見逃しの費用(任意)</translation>
    </message>
</context>
<context>
    <name>CoveragePane</name>
    <message>
        <source>Coverage</source>
        <translation>カバー範囲</translation>
    </message>
    <message>
        <source>Coverage by class</source>
        <translation>クラス別のカバー範囲</translation>
    </message>
    <message>
        <source>Real pictures with nothing near</source>
        <translation>近くに合成サンプルがない実サンプル</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>合成サンプル</translation>
    </message>
    <message>
        <source>random real</source>
        <translation>ランダム選択</translation>
    </message>
    <message>
        <source>less</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Nothing left out</source>
        <translation>取り残しなし</translation>
    </message>
    <message>
        <source>{count} smaller groups are not listed. Choose a class to see its own.</source>
        <translation>ほかに小さなグループが {count} 個あります。クラスを選ぶと表示されます。</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Show them in the gallery with the nearest sample</source>
        <translation>最も近い合成サンプルと一緒にギャラリーに表示します</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Shizuku: a fault</source>
        <translation>Shizuku: 不具合</translation>
    </message>
    <message>
        <source>Something went wrong inside Shizuku.</source>
        <translation>Shizuku の内部で不具合が起きました。</translation>
    </message>
    <message>
        <source>The job that was running has ended. What it had kept until then is safe, and so is everything else in the project.</source>
        <translation>実行中だった処理は終了しました。それまでに保存された内容と、プロジェクトのほかの内容は無事です。</translation>
    </message>
    <message>
        <source>Nothing that was saved is lost: verdicts, runs, costs and the queue are written at once. What you did last may not have been carried out; do it again.</source>
        <translation>保存済みの内容は失われていません。判定、実行、費用、キューはすぐに保存されます。最後の操作は反映されていないことがあります。もう一度行ってください。</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, quit and start Shizuku anew. Whoever looks after it at your place can use the diagnostic file: it holds the log, versions, graphics card and settings, but no pictures.</source>
        <translation>このまま続けられます。再び起きた場合は、Shizuku を終了して起動し直してください。診断ファイルは社内の担当者が使えます。ログ、バージョン、GPU、設定を含み、画像は含みません。</translation>
    </message>
    <message>
        <source>Further faults since: {count}</source>
        <translation>その後の不具合: {count} 件</translation>
    </message>
    <message>
        <source>Details for experts</source>
        <translation>詳細(専門家向け)</translation>
    </message>
    <message>
        <source>Save diagnostic file…</source>
        <translation>診断ファイルを保存…</translation>
    </message>
    <message>
        <source>Log, versions, graphics card and settings; no pictures</source>
        <translation>ログ、バージョン、GPU、設定を含みます。画像は含みません</translation>
    </message>
    <message>
        <source>Quit Shizuku</source>
        <translation>Shizuku を終了</translation>
    </message>
    <message>
        <source>Closes Shizuku</source>
        <translation>Shizuku を終了します</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Closes this window; Shizuku goes on</source>
        <translation>この画面を閉じて続けます</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>Accuracy over images per class</source>
        <translation>クラスあたり枚数と正解率</translation>
    </message>
    <message>
        <source>Points of the curve</source>
        <translation>曲線の点</translation>
    </message>
    <message>
        <source>Images per class (logarithmic)</source>
        <translation>クラスあたり枚数(対数目盛り)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>正解率 (%)</translation>
    </message>
    <message>
        <source>Runs that differ in images per class alone, tried with {model} by the same rule. Bars are the margin of error.</source>
        <translation>クラスあたり枚数だけが違う実行を、同じ規則で {model} により比べたものです。縦線は誤差の幅です。</translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation>クラスあたり枚数</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>誤差の幅</translation>
    </message>
    <message>
        <source>Condensing</source>
        <translation>濃縮時間</translation>
    </message>
    <message>
        <source>Trainings a set</source>
        <translation>学習の回数</translation>
    </message>
</context>
<context>
    <name>CurveDialog</name>
    <message>
        <source>Curve over images per class</source>
        <translation>クラスあたり枚数ごとの曲線</translation>
    </message>
    <message>
        <source>Runs as the one chosen, with other numbers of images per class, are condensed and tried with {model}, trainings a set: {seeds}. They are put into the queue; nothing starts before you start it there.</source>
        <translation>選んだ実行と同じ設定で、クラスあたり枚数だけを変えて濃縮し、{model} で試し学習します(データごとの学習 {seeds} 回)。キューに追加するだけで、そこで開始するまで何も始まりません。</translation>
    </message>
    <message>
        <source>Images per class: {count}</source>
        <translation>クラスあたり {count} 枚</translation>
    </message>
    <message>
        <source>A run and a trial with as many images per class</source>
        <translation>この枚数での実行と試し学習です</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>キューに追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
    <message>
        <source>Looking at what is there already…</source>
        <translation>測定済みのものを確認しています…</translation>
    </message>
    <message>
        <source>Choose at least one number that is not there yet.</source>
        <translation>まだ測定していない枚数を 1 つ以上選んでください。</translation>
    </message>
    <message>
        <source>Condense and try each of them, one after the other.</source>
        <translation>それぞれを順に濃縮し、試し学習します。</translation>
    </message>
    <message>
        <source>Working out how long it takes…</source>
        <translation>所要時間を見積もっています…</translation>
    </message>
    <message>
        <source>Expected time: {time}.</source>
        <translation>予想時間: {time}。</translation>
    </message>
    <message>
        <source>The time can be told once a trial by this rule was made.</source>
        <translation>同じ規則の試し学習を一度行うと、時間を見積もれます。</translation>
    </message>
    <message>
        <source>measured already</source>
        <translation>測定済み</translation>
    </message>
    <message>
        <source>waits in the queue already</source>
        <translation>キューで順番待ち</translation>
    </message>
    <message>
        <source>condensed already; will be tried</source>
        <translation>濃縮済み、試し学習のみ</translation>
    </message>
</context>
<context>
    <name>CurvesTab</name>
    <message>
        <source>Learning curves</source>
        <translation>学習曲線</translation>
    </message>
    <message>
        <source>Accuracy of each set while it is trained</source>
        <translation>学習中のデータ別の正解率です</translation>
    </message>
    <message>
        <source>Share of the training (%)</source>
        <translation>学習の進み(%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>正解率(%)</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>change of costs or rules</source>
        <translation>費用・規則の変更</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Is it worth it? The newest trial of this run, weighed with your costs.</source>
        <translation>導入する価値はあるか。この実行の最新の試し学習を、費用と合わせて評価します。</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>レポート…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation>判断の基準</translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder, condense it and try the result.</source>
        <translation>まだ画像がありません。フォルダーを取り込み、濃縮して、試し学習を行ってください。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込み…</translation>
    </message>
    <message>
        <source>No condensed set yet. Condense the pictures, then try the result.</source>
        <translation>まだ濃縮データがありません。画像を濃縮してから、試し学習を行ってください。</translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation>濃縮…</translation>
    </message>
    <message>
        <source>This run has not been tried yet. A trial training measures accuracy and time; then you see here what is lost, what is saved, and whether it pays.</source>
        <translation>この実行はまだ試していません。試し学習で正解率と時間を測ると、失うもの、節約できるもの、採算が取れるかがここに表示されます。</translation>
    </message>
    <message>
        <source>Trial-train…</source>
        <translation>試し学習…</translation>
    </message>
    <message>
        <source>Only normal pictures are learnt from here, so there are no classes to tell apart: the trial is a defect detector that remembers the condensed set. Try it on the trial page; then you see here what is missed and what it means.</source>
        <translation>学習用は正常な画像だけで、見分けるクラスがないため、濃縮データを記憶する欠陥検出器を試します。試し学習のページで試すと、見逃しの割合とその意味がここに表示されます。</translation>
    </message>
    <message>
        <source>Try as a detector…</source>
        <translation>検出器として試す…</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
    <message>
        <source>One HTML file with everything on this page, to print or pass on.</source>
        <translation>このページの内容を 1 つの HTML ファイルにまとめます。印刷や配布に使えます。</translation>
    </message>
    <message>
        <source>The whole report as a PDF file, to pass on.</source>
        <translation>レポート全体を PDF ファイルに書き出します。</translation>
    </message>
    <message>
        <source>The decision on one sheet of paper.</source>
        <translation>結論を 1 枚の用紙に印刷します。</translation>
    </message>
    <message>
        <source>The condensed set as a file for other programs, or as folders of pictures.</source>
        <translation>濃縮データをほかのプログラム用のファイル、または画像フォルダーとして書き出します。</translation>
    </message>
</context>
<context>
    <name>DetectorView</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Share of the defects in the test pictures that stay below the threshold</source>
        <translation>評価用画像の欠陥のうち、しきい値に達しないものの割合</translation>
    </message>
    <message>
        <source>How often a defect is rated higher than a normal picture. 1: always, 0.5: chance</source>
        <translation>欠陥の値が正常画像の値より高くなる割合。1 は常に、0.5 は偶然と同じ</translation>
    </message>
    <message>
        <source>What the detector keeps of the set, and how long it looks at one picture</source>
        <translation>検出器が記憶するデータ量と、画像 1 枚の判定時間</translation>
    </message>
    <message>
        <source>Missed defects, threshold for {rate} % false alarms</source>
        <translation>見逃し(誤報 {rate} % のしきい値)</translation>
    </message>
    <message>
        <source>Defects told from normal pictures (AUROC)</source>
        <translation>欠陥と正常の見分け(AUROC)</translation>
    </message>
    <message>
        <source>Memory and time a picture</source>
        <translation>記憶と 1 枚の時間</translation>
    </message>
    <message>
        <source>{size}, {time} ms</source>
        <translation>{size}、{time} ms</translation>
    </message>
    <message>
        <source>With the cost of a missed defect and of a false alarm (“What a missed defect costs”), the next comparison tells the cheapest threshold, too.</source>
        <translation>見逃しと誤報の費用を「見逃しの費用」に入力すると、次の比較から費用が最小になるしきい値も示します。</translation>
    </message>
    <message>
        <source>Cheapest threshold: a missed defect costs {missed}, a false alarm {alarm}, defective parts: {share} %. Other costs count from the next comparison on.</source>
        <translation>費用最小のしきい値: 見逃し {missed}、誤報 {alarm}、不良率 {share} % で計算。費用の変更は次の比較から反映されます。</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Save the diagnostic file</source>
        <translation>診断ファイルを保存</translation>
    </message>
    <message>
        <source>ZIP file (*.zip)</source>
        <translation>ZIP ファイル (*.zip)</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>One moment…</source>
        <translation>少々お待ちください…</translation>
    </message>
</context>
<context>
    <name>DrawingFields</name>
    <message>
        <source>Choose the file that lists the regions.</source>
        <translation>領域の一覧ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Regions: file,page,x,y,width,height,label</source>
        <translation>領域: file,page,x,y,width,height,label</translation>
    </message>
    <message>
        <source>Drawings: pages and tiles</source>
        <translation>図面: ページとタイル</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Resolution of PDF, DXF</source>
        <translation>PDF・DXF の解像度</translation>
    </message>
    <message>
        <source>A page becomes</source>
        <translation>1 ページの扱い</translation>
    </message>
    <message>
        <source>Side of a tile</source>
        <translation>タイルの辺</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Regions file</source>
        <translation>領域ファイル</translation>
    </message>
    <message>
        <source>Pages of a PDF or TIFF that are imported</source>
        <translation>PDF や TIFF のうち取り込むページです</translation>
    </message>
    <message>
        <source>Large sheets lose detail as one picture; tiles keep it.</source>
        <translation>大きな図面は 1 枚にすると細部が失われます。分割すると残ります。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>the first only</source>
        <translation>最初のページだけ</translation>
    </message>
    <message>
        <source>one picture</source>
        <translation>1 枚の画像</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>タイルに分割</translation>
    </message>
    <message>
        <source>listed regions</source>
        <translation>一覧の領域</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Keep nearly empty tiles</source>
        <translation>ほぼ空白のタイルも残す</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Dots per inch at which pages of PDF and DXF are drawn. More keeps finer lines and takes longer; scans have 200 to 400.</source>
        <translation>PDF と DXF のページを描画する解像度(1 インチあたりの画素数)です。大きいほど細い線が残りますが、時間がかかります。スキャンでは 200~400 です。</translation>
    </message>
    <message>
        <source>Side of the square tiles a page is cut into, before they are made smaller.</source>
        <translation>ページを分割する正方形のタイルの一辺です(縮小前)。</translation>
    </message>
    <message>
        <source>What neighbouring tiles have in common, in % of their side: what one of them cuts through is whole in the other.</source>
        <translation>隣り合うタイルの重なりです(一辺に対する %)。一方で切れるものが、もう一方に入ります。</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Removed &amp;runs</source>
        <translation>削除した実行(&amp;R)</translation>
    </message>
    <message>
        <source>Bring back {run}, removed on {time} ({size})</source>
        <translation>{run} を元に戻す(削除: {time}、{size})</translation>
    </message>
    <message>
        <source>Delete them for good…</source>
        <translation>完全に削除…</translation>
    </message>
    <message>
        <source>None. Removed runs stay here for {days} days.</source>
        <translation>ありません。削除した実行は {days} 日間ここに残ります。</translation>
    </message>
    <message>
        <source>Delete the removed runs for good? Runs: {count}, {size}.</source>
        <translation>削除した実行を完全に削除しますか? 実行: {count} 件、{size}。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>None of them can be shown as a picture now.</source>
        <translation>画像として表示できるものは今はありません。</translation>
    </message>
    <message>
        <source>The first {count} are shown; “Copy the list” copies all.</source>
        <translation>先頭の {count} 件を表示しています。「一覧をコピー」ですべてコピーできます。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Same as</source>
        <translation>同じ画像</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Every file on a line of its own</source>
        <translation>1 行に 1 ファイルずつコピーします</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ExpertForm</name>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>How often the samples are improved; the quality decides it.</source>
        <translation>サンプルを改善する回数。通常は品質で決まります。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same seed starts from the same samples and draws.</source>
        <translation>同じシードなら、同じサンプルと乱数で始まります。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>開始画像</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>枚数の配分</translation>
    </message>
    <message>
        <source>The same number of images for every class, or the same total shared out by the classes&apos; pictures; none gets less than one.</source>
        <translation>全クラス同じ枚数にするか、合計を変えずに実際の枚数に応じて配分します。どのクラスも 1 枚以上になります。</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>個別指定</translation>
    </message>
    <message>
        <source>Give single classes more or fewer images than the others.</source>
        <translation>特定のクラスだけ枚数を増減できます。</translation>
    </message>
    <message>
        <source>Keep whole</source>
        <translation>そのまま残すクラス</translation>
    </message>
    <message>
        <source>Classes of at most so many training pictures are not condensed: their real pictures stand beside the synthetic samples. Automatic: where a class has no more pictures than images.</source>
        <translation>学習用の画像がこの枚数以下のクラスは濃縮せず、実サンプルをそのまま残します。自動: 画像の枚数が濃縮後の枚数以下のクラス。</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>誤ったラベル</translation>
    </message>
    <message>
        <source>How many of a class&apos;s labels may be wrong. Pictures whose label fits worst are set aside, so many at most, and listed for you to check.</source>
        <translation>ラベルの誤りがクラスごとに最大どれだけあり得るか。ラベルが最も疑わしい画像をこの割合まで除外し、確認用の一覧に書き出します。</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>パッキング</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>What the run may take. Pictures and statistics that are beyond it are kept on disk, which takes a little longer.</source>
        <translation>濃縮に使ってよいメモリーの量。入りきらない画像や統計はディスクに置くため、少し時間がかかります。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>計算装置</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>as the quality says</source>
        <translation>品質に従う</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>確認しない</translation>
    </message>
    <message>
        <source>up to </source>
        <translation>最大 </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation>{count} 枚以下</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Equal (recommended)</source>
        <translation>均等(推奨)</translation>
    </message>
    <message>
        <source>Like the real pictures</source>
        <translation>実際の枚数に比例</translation>
    </message>
    <message>
        <source>Off: one sample an image</source>
        <translation>なし(1 枚に 1 サンプル)</translation>
    </message>
    <message>
        <source>2 × 2 samples an image</source>
        <translation>1 枚に 2 × 2 サンプル</translation>
    </message>
    <message>
        <source>Graphics processor of this Mac</source>
        <translation>この Mac の GPU</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>コンピューター</translation>
    </message>
    <message>
        <source>Typical real samples (k-means) show all kinds of a class and are best; noise copies no real sample.</source>
        <translation>代表的な実サンプル(k-means)はクラス内のあらゆる種類を含み、最も良い結果になります。ノイズからは実サンプルの写しが生じません。</translation>
    </message>
    <message>
        <source>Four samples of half the resolution in the space of one: more variety, less detail. Switch it off where details of a few pixels decide.</source>
        <translation>解像度を半分にした 4 枚を 1 枚分の大きさに収めます。種類は増え、細部は減ります。数ピクセルの細部が決め手になる場合は「なし」にしてください。</translation>
    </message>
    <message>
        <source>Where to compute; automatic is as in the settings.</source>
        <translation>計算に使う装置です。自動では設定に従います。</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>設定どおり</translation>
    </message>
    <message>
        <source>Typical real samples</source>
        <translation>代表的な実サンプル</translation>
    </message>
    <message>
        <source>Random real samples</source>
        <translation>ランダムな実サンプル</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>GPU(CUDA)</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>HDF5 file…</source>
        <translation>HDF5 ファイル…</translation>
    </message>
    <message>
        <source>WebDataset (TAR)…</source>
        <translation>WebDataset (TAR)…</translation>
    </message>
    <message>
        <source>Parquet file…</source>
        <translation>Parquet ファイル…</translation>
    </message>
    <message>
        <source>Folders of PNG pictures…</source>
        <translation>PNG 画像のフォルダー…</translation>
    </message>
    <message>
        <source>All numbers as a sheet (CSV)…</source>
        <translation>すべての数値(CSV)…</translation>
    </message>
    <message>
        <source>All numbers as JSON…</source>
        <translation>すべての数値(JSON)…</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export the condensed set as an HDF5 file</source>
        <translation>濃縮データを HDF5 ファイルに書き出す</translation>
    </message>
    <message>
        <source>HDF5 file (*.h5 *.hdf5)</source>
        <translation>HDF5 ファイル (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Export the condensed set as a WebDataset</source>
        <translation>濃縮データを WebDataset として書き出す</translation>
    </message>
    <message>
        <source>TAR file (*.tar)</source>
        <translation>TAR ファイル (*.tar)</translation>
    </message>
    <message>
        <source>Export the condensed set as a Parquet file</source>
        <translation>濃縮データを Parquet ファイルに書き出す</translation>
    </message>
    <message>
        <source>Parquet file (*.parquet)</source>
        <translation>Parquet ファイル (*.parquet)</translation>
    </message>
    <message>
        <source>Export into a new folder in …</source>
        <translation>書き出し先のフォルダーを選ぶ(その中に新しいフォルダーを作ります)</translation>
    </message>
    <message>
        <source>Write the report as an HTML file</source>
        <translation>レポートを HTML ファイルとして保存</translation>
    </message>
    <message>
        <source>HTML file (*.html)</source>
        <translation>HTML ファイル (*.html)</translation>
    </message>
    <message>
        <source>Write the report as PDF</source>
        <translation>レポートを PDF で書き出す</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF ファイル (*.pdf)</translation>
    </message>
    <message>
        <source>Write all numbers as a sheet</source>
        <translation>すべての数値を CSV で書き出す</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>Write all numbers as JSON</source>
        <translation>すべての数値を JSON で書き出す</translation>
    </message>
    <message>
        <source>JSON file (*.json)</source>
        <translation>JSON ファイル (*.json)</translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>Calibration after training on</source>
        <translation>較正を見るデータ</translation>
    </message>
    <message>
        <source>Further figures by set</source>
        <translation>データごとの詳しい数値</translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation>1 行が 1 つのデータです。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>較正</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>マクロ F1</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>較正誤差</translation>
    </message>
    <message>
        <source>Time to 95 % of full</source>
        <translation>全データの 95 % まで</translation>
    </message>
    <message>
        <source>Energy (estimate)</source>
        <translation>電力量(目安)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation>モデルの学習に使ったデータ</translation>
    </message>
    <message>
        <source>Recall and precision of each class in one figure, every class counted alike</source>
        <translation>クラスごとの再現率と適合率を 1 つにまとめた値。全クラスを同じ重みで平均します</translation>
    </message>
    <message>
        <source>How far the model&apos;s confidence is from how often it is right, on average</source>
        <translation>モデルの確信度と実際の正解率のずれの平均</translation>
    </message>
    <message>
        <source>Training time until 95 % of the full data&apos;s accuracy were reached</source>
        <translation>全データの正解率の 95 % に達するまでの学習時間</translation>
    </message>
    <message>
        <source>Power times time of one training; an estimate</source>
        <translation>電力 × 学習 1 回の時間(目安)</translation>
    </message>
    <message>
        <source>Steps of one training</source>
        <translation>学習 1 回のステップ数</translation>
    </message>
    <message>
        <source>never</source>
        <translation>到達せず</translation>
    </message>
    <message>
        <source>Recovered: {share} of the full data&apos;s accuracy.</source>
        <translation>全データの正解率の {share} を回復。</translation>
    </message>
    <message>
        <source>Against random real samples: {points} points.</source>
        <translation>ランダムな実サンプルとの差: {points} ポイント。</translation>
    </message>
    <message>
        <source>Macro-F1: mean of the classes&apos; F1. Calibration error: mean distance of confidence and accuracy in 15 bins; 0 is best. Time: when the learning curve first reaches 95 % of the full data&apos;s accuracy.</source>
        <translation>マクロ F1: クラスごとの F1 の平均。較正誤差: 確信度と正解率の差の平均(15 区間)。0 が最良です。時間: 学習曲線が初めて全データの正解率の 95 % に達するまで。</translation>
    </message>
    <message>
        <source>Energy: seconds of training × {watts} W assumed.</source>
        <translation>電力量: 学習の秒数 × {watts} W(想定値)。</translation>
    </message>
    <message>
        <source>This trial is older and holds no calibration.</source>
        <translation>以前の試し学習のため、較正の記録がありません。</translation>
    </message>
    <message>
        <source>Confidence (%)</source>
        <translation>確信度(%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>正解率(%)</translation>
    </message>
    <message>
        <source>as sure as right</source>
        <translation>確信度 = 正解率</translation>
    </message>
    <message>
        <source>Below the dashed line the model is surer than it is right. A larger point stands for more pictures.</source>
        <translation>破線より下では、モデルの確信度が実際の正解率を上回っています。点が大きいほど画像が多い区間です。</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Shows samples with this verdict</source>
        <translation>この判定のサンプルを表示します</translation>
    </message>
    <message>
        <source>Shows samples with this issue</source>
        <translation>この指摘のあるサンプルを表示します</translation>
    </message>
    <message>
        <source>Any value</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Value to filter by</source>
        <translation>絞り込みに使う値</translation>
    </message>
    <message>
        <source>Shows samples by a measured value</source>
        <translation>測った値でサンプルを絞ります</translation>
    </message>
    <message>
        <source>Least value shown</source>
        <translation>表示する最小値</translation>
    </message>
    <message>
        <source>Largest value shown</source>
        <translation>表示する最大値</translation>
    </message>
    <message>
        <source>Samples with a smaller value are left out.</source>
        <translation>これより小さい値のサンプルは表示しません。</translation>
    </message>
    <message>
        <source>Samples with a larger value are left out.</source>
        <translation>これより大きい値のサンプルは表示しません。</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>Shows all samples again</source>
        <translation>すべてのサンプルを表示します</translation>
    </message>
    <message>
        <source>There are {least} to {most}. What has no such value is left out.</source>
        <translation>値の範囲は {least} ~ {most} です。値のないものは表示しません。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>speaks for it</source>
        <translation>有利な点</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>不利な点</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Opens or closes the part below</source>
        <translation>下の部分を開閉します</translation>
    </message>
</context>
<context>
    <name>FolderEditor</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Looks for a folder</source>
        <translation>フォルダーを選びます</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>real, kept whole</source>
        <translation>実サンプル(そのまま)</translation>
    </message>
    <message>
        <source>real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>Synthetic samples</source>
        <translation>合成サンプル</translation>
    </message>
    <message>
        <source>Real samples</source>
        <translation>実サンプル</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>The arrow keys go through the pictures.</source>
        <translation>矢印キーで画像を順に選べます。</translation>
    </message>
    <message>
        <source>The real samples cannot be shown beside this run.</source>
        <translation>この実行と並べて実サンプルを表示できません。</translation>
    </message>
    <message>
        <source>Show the training pictures of the class below</source>
        <translation>クラスの学習用画像を下に表示</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{count} 件中 {shown} 件</translation>
    </message>
</context>
<context>
    <name>GalleryBar</name>
    <message>
        <source>Measuring: {done} of {total} pictures</source>
        <translation>測定中: {total} 枚中 {done} 枚</translation>
    </message>
    <message>
        <source>Measuring: {done} of {total} pictures, {left} left</source>
        <translation>測定中: {total} 枚中 {done} 枚、残り {left}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search file names, class names and sample numbers</source>
        <translation>ファイル名、クラス名、サンプル番号を検索します</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show only some: by verdict, issue or value</source>
        <translation>判定、問題、測定値で絞り込んで表示します</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>サンプルの並び順</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>検索と絞り込みを解除します</translation>
    </message>
    <message>
        <source>Apply again</source>
        <translation>再適用</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is measured so far stays</source>
        <translation>ここまでの測定結果は残ります</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>In reverse</source>
        <translation>逆順</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>昇順</translation>
    </message>
    <message>
        <source>No longer matching: {count}</source>
        <translation>条件から外れたもの: {count} 件</translation>
    </message>
    <message>
        <source>All samples shown match the filter.</source>
        <translation>表示中のサンプルはすべて条件に合っています。</translation>
    </message>
    <message>
        <source>Take away what no longer matches: it stays until then</source>
        <translation>条件から外れたサンプルを表示から外します(それまでは残ります)</translation>
    </message>
    <message>
        <source>Selected: {synthetic} synthetic, {real} real samples</source>
        <translation>選択中: 合成サンプル {synthetic} 件、実サンプル {real} 件</translation>
    </message>
</context>
<context>
    <name>GalleryWords</name>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>File name (real)</source>
        <translation>ファイル名(実)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Distance to the nearest</source>
        <translation>最も近いものとの距離</translation>
    </message>
    <message>
        <source>Distance to the chosen (real)</source>
        <translation>選択サンプルとの距離(実)</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}: {words}</translation>
    </message>
    <message>
        <source>{name} up to {most}</source>
        <translation>{name} {most} 以下</translation>
    </message>
    <message>
        <source>{name} from {least}</source>
        <translation>{name} {least} 以上</translation>
    </message>
    <message>
        <source>{name} {least} to {most}</source>
        <translation>{name} {least} ~ {most}</translation>
    </message>
</context>
<context>
    <name>GapsView</name>
    <message>
        <source>Gaps by class</source>
        <translation>クラス別の差</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>Order of the classes</source>
        <translation>クラスの並び順</translation>
    </message>
    <message>
        <source>In which order the classes stand</source>
        <translation>クラスの並び順です</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>差の大きい順</translation>
    </message>
    <message>
        <source>by content</source>
        <translation>内容の差の順</translation>
    </message>
    <message>
        <source>by style</source>
        <translation>見た目の差の順</translation>
    </message>
    <message>
        <source>as in the project</source>
        <translation>プロジェクトの順</translation>
    </message>
    <message>
        <source>Style gap by layer</source>
        <translation>層別の見た目の差</translation>
    </message>
    <message>
        <source>Early layers see lines and grain, late ones larger shapes. Expert settings can weigh them.</source>
        <translation>前の層は線や粒状感を、後の層は大きな形を見ます。詳細設定で選べます。</translation>
    </message>
    <message>
        <source>Content gap</source>
        <translation>内容の差</translation>
    </message>
    <message>
        <source>Style gap</source>
        <translation>見た目の差</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>すべてのクラス</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>層 {number}</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>The guide is missing: {path}. Install Shizuku again.</source>
        <translation>ガイドが見つかりません: {path}。Shizuku をインストールし直してください。</translation>
    </message>
    <message>
        <source>This leads out of the guide and is not opened: {path}</source>
        <translation>ガイド外へのリンクのため開きません: {path}</translation>
    </message>
    <message>
        <source>Guide — Shizuku</source>
        <translation>ガイド — Shizuku</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Where the last link was followed from (Alt+←)</source>
        <translation>リンクの元の場所に戻ります(Alt+←)</translation>
    </message>
    <message>
        <source>Search the guide (Ctrl+F)</source>
        <translation>ガイドを検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Enter or F3: next place, Shift+F3: previous place</source>
        <translation>Enter または F3: 次へ、Shift+F3: 前へ</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Each opens its section of the guide.</source>
        <translation>選ぶとその項目を開きます。</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>The section that is open</source>
        <translation>開いている項目です</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>ガイドを検索</translation>
    </message>
    <message>
        <source>Smaller letters (Ctrl+-)</source>
        <translation>文字を小さく (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger letters (Ctrl++)</source>
        <translation>文字を大きく (Ctrl++)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose a folder of more pictures</source>
        <translation>追加する画像のフォルダーを選択</translation>
    </message>
    <message>
        <source>leaving pictures out</source>
        <translation>画像の除外</translation>
    </message>
    <message>
        <source>putting back</source>
        <translation>除外の取り消し</translation>
    </message>
    <message>
        <source>classes named by hand</source>
        <translation>クラスの命名</translation>
    </message>
    <message>
        <source>Save the check report</source>
        <translation>チェックレポートを保存</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>What the folder holds, as it was understood. Nothing in it is changed.</source>
        <translation>フォルダーの内容の認識結果です。元のファイルは変更しません。</translation>
    </message>
    <message>
        <source>What do you have? Pictures are prepared once and kept in the project.</source>
        <translation>どんな画像があるか。画像は一度だけ整えて、プロジェクトに保存します。</translation>
    </message>
    <message>
        <source>No pictures yet. Choose a folder: one subfolder a class, with train and test folders or without, or a flat folder with a CSV list. Or drop it here.</source>
        <translation>まだ画像がありません。クラスごとのサブフォルダー(train・test フォルダーの有無は問いません)、または CSV の一覧があるフォルダーを選んでください。ここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>New from folder…</source>
        <translation>フォルダーから新規…</translation>
    </message>
    <message>
        <source>Import another folder…</source>
        <translation>別のフォルダーを取り込む…</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>画像を追加…</translation>
    </message>
    <message>
        <source>From another folder, prepared as those that are here. Sides stay as they are.</source>
        <translation>別のフォルダーから、今ある画像と同じ前処理で追加します。学習用・テスト用の分け方は変わりません。</translation>
    </message>
    <message>
        <source>Check report…</source>
        <translation>チェックレポート…</translation>
    </message>
    <message>
        <source>Save what was noticed, with pictures, as one HTML file.</source>
        <translation>気づいた点を画像つきの HTML ファイル 1 つに保存します。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>To the project that is open; nothing was imported</source>
        <translation>開いているプロジェクトに戻ります。まだ何も取り込んでいません</translation>
    </message>
    <message>
        <source>A job is still running.</source>
        <translation>処理が実行中です。</translation>
    </message>
    <message>
        <source>It becomes a project of its own.</source>
        <translation>別のプロジェクトになります。</translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation>濃縮…</translation>
    </message>
    <message>
        <source>The next step: learn a few synthetic samples.</source>
        <translation>次の手順: 少数の合成サンプルを学習します。</translation>
    </message>
    <message>
        <source>Import {count} pictures</source>
        <translation>{count} 枚を取り込む</translation>
    </message>
    <message>
        <source>Takes about {time}.</source>
        <translation>約 {time}かかります。</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>フォルダーを調べています…</translation>
    </message>
    <message>
        <source>There are no pictures in this folder.</source>
        <translation>このフォルダーには画像がありません。</translation>
    </message>
    <message>
        <source>Importing into {project}…</source>
        <translation>{project} に取り込んでいます…</translation>
    </message>
    <message>
        <source>Importing into {project}: {done} of {total} pictures.</source>
        <translation>{project} に取り込み中: {total} 枚中 {done} 枚。</translation>
    </message>
</context>
<context>
    <name>Imported</name>
    <message>
        <source>What the project holds</source>
        <translation>プロジェクトの内容</translation>
    </message>
    <message>
        <source>Prepared pictures, the first of each class</source>
        <translation>整えた画像(各クラスの先頭)</translation>
    </message>
    <message>
        <source>Prepared pictures by class</source>
        <translation>クラス別の整えた画像</translation>
    </message>
    <message>
        <source>A row a class.</source>
        <translation>1 行が 1 クラスです。</translation>
    </message>
    <message>
        <source>What we noticed</source>
        <translation>気づいた点</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>{images} pictures in {classes} classes: {train} for training, {test} held out for testing · {width} × {height} px, {colour}</source>
        <translation>{classes} クラス {images} 枚: 学習用 {train} 枚、テスト用 {test} 枚 · {width} × {height} px、{colour}</translation>
    </message>
    <message>
        <source>From {folder}, which is unchanged.</source>
        <translation>取り込み元: {folder}(変更していません)</translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Inspect</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Would you trust it? Compare each synthetic sample with the real ones.</source>
        <translation>信頼できるか。合成サンプルを実サンプルと見比べてください。</translation>
    </message>
    <message>
        <source>Trial-train…</source>
        <translation>試し学習…</translation>
    </message>
    <message>
        <source>The real samples cannot be read just now.</source>
        <translation>今は実サンプルを読めません。</translation>
    </message>
    <message>
        <source>The condensed set as a file for other programs, or as folders of pictures.</source>
        <translation>濃縮データをほかのプログラム用のファイル、または画像フォルダーとして書き出します。</translation>
    </message>
    <message>
        <source>Measuring how far the samples are from real ones…</source>
        <translation>実サンプルとの差を測っています…</translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder, then condense it.</source>
        <translation>まだ画像がありません。フォルダーを取り込み、濃縮してください。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込み…</translation>
    </message>
    <message>
        <source>The run looked at has no condensed set yet. Resume it, or look at another one.</source>
        <translation>この実行にはまだ濃縮データがありません。再開するか、別の実行を選んでください。</translation>
    </message>
    <message>
        <source>Look at the newest condensed set</source>
        <translation>最新の濃縮データを表示</translation>
    </message>
    <message>
        <source>No condensed set yet. Condense makes one from {count} pictures in a few minutes.</source>
        <translation>まだ濃縮データがありません。{count} 枚の画像から数分で作れます。</translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation>濃縮…</translation>
    </message>
    <message>
        <source>Next: train a model on it and on real samples, and compare.</source>
        <translation>次の手順: 濃縮データと実サンプルでモデルを学習させて比べます。</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
</context>
<context>
    <name>InspectWords</name>
    <message>
        <source>verdict taken back</source>
        <translation>判定を取り消し</translation>
    </message>
    <message>
        <source>{verdict} by {inspector}, {time}</source>
        <translation>{verdict}: {inspector}、{time}</translation>
    </message>
    <message>
        <source>{verdict}, {time}</source>
        <translation>{verdict}、{time}</translation>
    </message>
    <message>
        <source>{judgement} (second look)</source>
        <translation>{judgement}(再判定)</translation>
    </message>
    <message>
        <source>Not signed off</source>
        <translation>未承認</translation>
    </message>
    <message>
        <source>Changed since the sign-off by {inspector}, {time}</source>
        <translation>承認後に変更あり({inspector}、{time})</translation>
    </message>
    <message>
        <source>Signed off in part by {inspector}, {time}, hash {hash}</source>
        <translation>一部承認済み: {inspector}、{time}、ハッシュ {hash}</translation>
    </message>
    <message>
        <source>Signed off by {inspector}, {time}, hash {hash}</source>
        <translation>承認済み: {inspector}、{time}、ハッシュ {hash}</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>close</source>
        <translation>近い</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>違いあり</translation>
    </message>
    <message>
        <source>far off</source>
        <translation>大きく異なる</translation>
    </message>
    <message>
        <source>as real</source>
        <translation>実と同程度</translation>
    </message>
    <message>
        <source>less</source>
        <translation>やや狭い</translation>
    </message>
    <message>
        <source>far less</source>
        <translation>かなり狭い</translation>
    </message>
    <message>
        <source>more</source>
        <translation>広い</translation>
    </message>
</context>
<context>
    <name>InspectorField</name>
    <message>
        <source>Inspector</source>
        <translation>検査者</translation>
    </message>
    <message>
        <source>Name of the inspector</source>
        <translation>検査者の名前</translation>
    </message>
    <message>
        <source>Who judges: stored with every verdict, with the time</source>
        <translation>判定する人。判定ごとに時刻とともに保存します</translation>
    </message>
</context>
<context>
    <name>Interval</name>
    <message>
        <source>guessing: {share} %</source>
        <translation>当て推量: {share} %</translation>
    </message>
    <message>
        <source>{share} %, between {low} and {high} %</source>
        <translation>{share} %({low}~{high} %)</translation>
    </message>
</context>
<context>
    <name>IssuesView</name>
    <message>
        <source>Issues found</source>
        <translation>見つかった問題</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Show the worst sample beside real ones (Enter)</source>
        <translation>最も問題のあるサンプルを実サンプルと並べて表示(Enter)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show its samples in the gallery</source>
        <translation>対象のサンプルをギャラリーに表示します</translation>
    </message>
    <message>
        <source>real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>Not looked for yet.</source>
        <translation>まだ調べていません。</translation>
    </message>
    <message>
        <source>Nothing found. What is left is your own eye: go through the samples.</source>
        <translation>問題は見つかりませんでした。最後はご自身の目でサンプルを確認してください。</translation>
    </message>
    <message>
        <source>{count} more issues are not listed; the gallery can filter by issue.</source>
        <translation>ほかに {count} 件あります。ギャラリーで問題ごとに絞り込めます。</translation>
    </message>
</context>
<context>
    <name>JobNotices</name>
    <message>
        <source>Finished: {job}</source>
        <translation>完了: {job}</translation>
    </message>
    <message>
        <source>Stopped, with what was reached kept: {job}</source>
        <translation>停止(途中の結果は保存済み): {job}</translation>
    </message>
    <message>
        <source>Failed: {job}</source>
        <translation>失敗: {job}</translation>
    </message>
    <message>
        <source>drawing the samples</source>
        <translation>サンプル図面の作成</translation>
    </message>
    <message>
        <source>import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>import of a reference</source>
        <translation>基準画像の取り込み</translation>
    </message>
    <message>
        <source>condensing</source>
        <translation>濃縮</translation>
    </message>
    <message>
        <source>trial training</source>
        <translation>試し学習</translation>
    </message>
    <message>
        <source>trial with new pictures</source>
        <translation>今月分の画像での試し学習</translation>
    </message>
    <message>
        <source>export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>The queue is worked off.</source>
        <translation>キューの処理がすべて終わりました。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>凡例</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>{name}: from {first} to {last}.</source>
        <translation>{name}：{first} から {last}。</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Learning curves</source>
        <translation>学習曲線</translation>
    </message>
    <message>
        <source>Accuracy of each set while it is trained</source>
        <translation>学習中のデータ別の正解率です</translation>
    </message>
    <message>
        <source>Share of the training (%)</source>
        <translation>学習の進み(%)</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>正解率(%)</translation>
    </message>
    <message>
        <source>Accuracy on held-out real pictures, mean over the trainings so far. The curves use at most 400 of them, the result all.</source>
        <translation>テスト用の実サンプルでの正解率(これまでの学習の平均)。曲線では最大 400 枚、結果ではすべてを使います。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>{model} on: {set}  ·  {number} of {count}</source>
        <translation>{model}: {set}  ·  {count} 回中 {number} 回目</translation>
    </message>
    <message>
        <source>Training on: {set}  ·  {number} of {count}</source>
        <translation>学習中: {set}  ·  {number} / {count}</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} 完了</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>Text file (*.txt)</source>
        <translation>テキスト ファイル (*.txt)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>保存しました: {path}</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ以上</translation>
    </message>
    <message>
        <source>Warnings and faults</source>
        <translation>警告と不具合</translation>
    </message>
    <message>
        <source>Faults only</source>
        <translation>不具合のみ</translation>
    </message>
    <message>
        <source>What is shown of the log</source>
        <translation>ログの表示範囲</translation>
    </message>
    <message>
        <source>Less serious lines are left out</source>
        <translation>これより軽い内容は表示しません</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>The newest line stands at the end.</source>
        <translation>新しい行が末尾です。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
    <message>
        <source>The lines that are marked, or all that is shown.</source>
        <translation>選択した行、または表示中のすべて。</translation>
    </message>
    <message>
        <source>All that is shown, as a text file.</source>
        <translation>表示中のすべてをテキスト ファイルに保存します。</translation>
    </message>
    <message>
        <source>Shown: {shown} of {count}</source>
        <translation>表示: {shown} / {count}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>画像のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose an archive or a drawing</source>
        <translation>圧縮ファイルまたは図面を選択</translation>
    </message>
    <message>
        <source>Open a Shizuku project (a folder named NAME.shizuku)</source>
        <translation>Shizuku のプロジェクト(名前.shizuku フォルダー)を開く</translation>
    </message>
    <message>
        <source>About Shizuku</source>
        <translation>Shizuku について</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Shizuku {version}&lt;/h3&gt;&lt;p&gt;Condenses a folder of drawings or product photos into a few synthetic samples that train a model almost as well.&lt;/p&gt;&lt;p&gt;Works offline: it opens no network connection.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Shizuku {version}&lt;/h3&gt;&lt;p&gt;図面や製品写真のフォルダーを、ほぼ同じ精度で学習できる少数の合成サンプルに濃縮します。&lt;/p&gt;&lt;p&gt;オフラインで動作し、ネットワークには接続しません。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;It contains the work of others, such as Qt under the LGPL. Their licences lie in {folder}.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Qt(LGPL)など、ほかの方のソフトウェアを含みます。各ライセンスは {folder} にあります。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A job is still running.</source>
        <translation>処理が実行中です。</translation>
    </message>
    <message>
        <source>Stop it and keep what was reached, discard it, or let it go on?</source>
        <translation>停止してここまでの結果を保存しますか、破棄しますか、それとも続けますか。</translation>
    </message>
    <message>
        <source>Stop and keep, then close</source>
        <translation>停止して保存し、閉じる</translation>
    </message>
    <message>
        <source>Cancel and discard, then close</source>
        <translation>中止して破棄し、閉じる</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>MapStrips</name>
    <message>
        <source>Missed defects</source>
        <translation>見逃した欠陥</translation>
    </message>
    <message>
        <source>Highest scores</source>
        <translation>スコアが最も高い画像</translation>
    </message>
    <message>
        <source>Missed defects with the lowest scores; bright: where they look anomalous</source>
        <translation>見逃した欠陥(スコアの低い順)。明るい所ほど異常に見えます</translation>
    </message>
    <message>
        <source>No defect is missed with this memory.</source>
        <translation>この記憶では見逃しはありません。</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Kind of map</source>
        <translation>マップの種類</translation>
    </message>
    <message>
        <source>The plane in which the real pictures differ most; at once</source>
        <translation>実サンプルの違いが最も大きく現れる平面(すぐに表示)</translation>
    </message>
    <message>
        <source>Neighbours stay neighbours; takes a while for many pictures</source>
        <translation>近いものどうしを近くに配置(枚数が多いと時間がかかります)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色分け</translation>
    </message>
    <message>
        <source>What colours and shapes say</source>
        <translation>色と形の意味</translation>
    </message>
    <message>
        <source>What the colours of the map tell apart</source>
        <translation>地図の色分けの基準です</translation>
    </message>
    <message>
        <source>class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>real or synthetic</source>
        <translation>実・合成</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>投げ縄</translation>
    </message>
    <message>
        <source>Draw an outline around points (or drag with Shift)</source>
        <translation>点を囲んで選択(Shift を押しながらのドラッグでも可)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>拡大(+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>縮小(-)</translation>
    </message>
    <message>
        <source>Show everything (0)</source>
        <translation>全体を表示(0)</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of real pictures and synthetic samples</source>
        <translation>実サンプルと合成サンプルのマップ</translation>
    </message>
    <message>
        <source>Arrow keys go through the synthetic samples, Enter looks at one.</source>
        <translation>矢印キーで合成サンプルを順に選び、Enter で詳しく見ます。</translation>
    </message>
    <message>
        <source>Near means alike. How far apart groups stand means nothing.</source>
        <translation>近いほど似ています。離れた集まりどうしの距離に意味はありません。</translation>
    </message>
    <message>
        <source>Near means alike. The plane shows {share} % of how much real pictures differ.</source>
        <translation>近いほど似ています。この平面は実サンプルの違いの {share} %を表しています。</translation>
    </message>
    <message>
        <source>{count} of {all} real pictures are drawn.</source>
        <translation>実サンプル {all} 枚のうち {count} 枚を表示しています。</translation>
    </message>
    <message>
        <source>synthetic; press to look at it</source>
        <translation>合成、クリックで確認</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>small: real</source>
        <translation>小: 実サンプル</translation>
    </message>
    <message>
        <source>large: synthetic</source>
        <translation>大: 合成サンプル</translation>
    </message>
    <message>
        <source>real, taken into the set</source>
        <translation>実(そのまま採用)</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
</context>
<context>
    <name>MeaningFields</name>
    <message>
        <source>Pattern</source>
        <translation>パターン</translation>
    </message>
    <message>
        <source>Column of files</source>
        <translation>ファイルの列</translation>
    </message>
    <message>
        <source>Column of classes</source>
        <translation>クラスの列</translation>
    </message>
    <message>
        <source>Column of train/test</source>
        <translation>学習・テストの列</translation>
    </message>
    <message>
        <source>Room around boxes</source>
        <translation>枠のまわりの余白</translation>
    </message>
    <message>
        <source>{class} stands for the class, # for digits, * for anything.</source>
        <translation>{class} はクラス名、# は数字、* は任意の文字を表します。</translation>
    </message>
    <message>
        <source>What is cut out around a box beyond it, on each side, in % of its longer side.</source>
        <translation>枠の外側に各辺で加えて切り抜く幅です(枠の長い辺に対する %)。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>MeasuringFields</name>
    <message>
        <source>How likeness is measured</source>
        <translation>似ている度合いの測り方</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像の種類</translation>
    </message>
    <message>
        <source>What appearance is measured in: line weight, noise and tone of drawings; light, colour and sharpness of photos.</source>
        <translation>見た目を何で測るかを決めます。図面は線の太さ、ノイズ、濃淡、写真は明るさ、色、鮮明さで測ります。</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>モーメント</translation>
    </message>
    <message>
        <source>How the weight of appearance is shared out: moments see line weight, tone and noise, correlation sees texture.</source>
        <translation>見た目の重みの配分です。モーメントは線の太さ、濃淡、ノイズを、相関は質感を見ます。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Layers of the networks that appearance is read from: early ones see lines and noise, late ones larger texture.</source>
        <translation>見た目を読み取るネットワークの層です。前の層は線やノイズ、後の層は大きな質感を見ます。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り位置</translation>
    </message>
    <message>
        <source>Where in a layer appearance is read: before normalisation (recommended), or after it and ReLU, which remove part of what is to be matched.</source>
        <translation>層のどこで見た目を読み取るかです。正規化の前を推奨します。正規化と ReLU の後では、合わせたい情報の一部が失われます。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Class means compare where a class lies; a Gaussian kernel also how its samples are distributed.</source>
        <translation>クラス平均は位置だけを比べます。ガウスカーネルは、サンプルの分布も比べます。</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多様性</translation>
    </message>
    <message>
        <source>Bounded: the samples of a class are spread as widely as the real ones. KL: the published measure, on nearest neighbours.</source>
        <translation>有界: クラス内のサンプルを実サンプルと同じ広がりにします。KL: 論文の指標で、近傍を使います。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近傍</translation>
    </message>
    <message>
        <source>Only the KL diversity looks at neighbours. Choose it above.</source>
        <translation>近傍を使うのは KL の多様性だけです。上で KL を選ぶと設定できます。</translation>
    </message>
    <message>
        <source>Of a class&apos;s samples, how many count as neighbours of one.</source>
        <translation>クラス内のサンプルのうち、近傍とみなす割合です。</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>自動判別</translation>
    </message>
    <message>
        <source>As recognised: drawings</source>
        <translation>自動判別: 図面</translation>
    </message>
    <message>
        <source>As recognised: photos</source>
        <translation>自動判別: 写真</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>図面</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>All (recommended)</source>
        <translation>すべて(推奨)</translation>
    </message>
    <message>
        <source>Early: lines</source>
        <translation>前の層: 線</translation>
    </message>
    <message>
        <source>Late: texture</source>
        <translation>後の層: 質感</translation>
    </message>
    <message>
        <source>Before normalising</source>
        <translation>正規化の前</translation>
    </message>
    <message>
        <source>After normalising</source>
        <translation>正規化の後</translation>
    </message>
    <message>
        <source>Class means (recommended)</source>
        <translation>クラス平均(推奨)</translation>
    </message>
    <message>
        <source>Gaussian kernel</source>
        <translation>ガウスカーネル</translation>
    </message>
    <message>
        <source>Bounded (recommended)</source>
        <translation>有界(推奨)</translation>
    </message>
    <message>
        <source>KL (as published)</source>
        <translation>KL(論文どおり)</translation>
    </message>
    <message>
        <source> %, correlation {rest} %</source>
        <translation> %、相関 {rest} %</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <source>Rejected samples</source>
        <translation>不合格のサンプル</translation>
    </message>
    <message>
        <source>{count} of {samples} samples are rejected: {classes}</source>
        <translation>{samples} 枚中 {count} 枚が不合格です: {classes}</translation>
    </message>
    <message>
        <source>Condense them again</source>
        <translation>濃縮し直す</translation>
    </message>
    <message>
        <source>Replace them by the nearest real samples</source>
        <translation>最も近い実サンプルに置き換える</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>除く</translation>
    </message>
    <message>
        <source>They start anew and are learnt beside the others, which stay exactly as they are. Takes about half as long as the run did. Their verdicts are open again.</source>
        <translation>不合格のものだけを始めから学習し直します。ほかは 1 画素も変わりません。時間は元の実行の半分ほどで、直したものは未判定に戻ります。</translation>
    </message>
    <message>
        <source>The nearest real picture of the class stands in the place of each. Takes seconds; the set then holds real pictures.</source>
        <translation>同じクラスで最も近い実サンプルをその場所に入れます。数秒で終わりますが、濃縮データに実画像が入ります。</translation>
    </message>
    <message>
        <source>The set becomes smaller: {left} samples are left. Takes seconds.</source>
        <translation>濃縮データは小さくなり、{left} 枚が残ります。数秒で終わります。</translation>
    </message>
    <message>
        <source>It becomes a new run; this one stays as it is. Samples that stay keep their verdicts with name and time.</source>
        <translation>新しい実行になり、この実行はそのまま残ります。残るサンプルの判定は、名前と時刻とともに引き継ぎます。</translation>
    </message>
    <message>
        <source>Make the new run</source>
        <translation>新しい実行を作る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
    <message>
        <source>Preparing the new run…</source>
        <translation>新しい実行を準備しています…</translation>
    </message>
    <message>
        <source>It runs in the line at the bottom of the window</source>
        <translation>進み具合は画面下の行に表示します</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>プロジェクト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New from folder…</source>
        <translation>フォルダーから新規(&amp;N)…</translation>
    </message>
    <message>
        <source>New from &amp;file…</source>
        <translation>ファイルから新規作成(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったプロジェクト(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>プロジェクトを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>最近使ったプロジェクトはありません</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language / 言語</source>
        <translation>言語 / &amp;Language</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>キーボードショートカット(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>ガイド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tour on the sample drawings</source>
        <translation>サンプル図面でツアー(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>ログ(&amp;L)…</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>ログフォルダーを開く(&amp;L)</translation>
    </message>
    <message>
        <source>Save &amp;diagnostic file…</source>
        <translation>診断ファイルを保存(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;About Shizuku</source>
        <translation>Shizuku について(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ModelsTab</name>
    <message>
        <source>Accuracy by model and set</source>
        <translation>モデルとデータごとの正解率</translation>
    </message>
    <message>
        <source>A row a model, a column a set.</source>
        <translation>1 行が 1 つのモデル、1 列が 1 つのデータです。</translation>
    </message>
    <message>
        <source>Accuracy on held-out real pictures. The condensed set was learnt through ConvNets; the other models never saw it being made. The sets, the rule and the number of trainings are the same for all.</source>
        <translation>学習に使わない実画像での正解率です。濃縮データは ConvNet を通して学習したもので、他のモデルは濃縮に関わっていません。データ、規則、学習回数はどのモデルも同じです。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>回復率</translation>
    </message>
    <message>
        <source>Share of test pictures told rightly by a model trained on: {set}</source>
        <translation>次のデータで学習したモデルの正解率: {set}</translation>
    </message>
    <message>
        <source>The first is the one the trial was asked for</source>
        <translation>先頭が試し学習で選んだモデルです</translation>
    </message>
    <message>
        <source>Accuracy of the condensed set as a share of that with all real samples</source>
        <translation>全実サンプルの正解率に対する濃縮データの割合です</translation>
    </message>
    <message>
        <source>{model}: no real selection to compare with.</source>
        <translation>{model}: 比べる実サンプルの選択がありません。</translation>
    </message>
    <message>
        <source>{model}: the condensed set holds, better than {set} ({condensed} against {baseline}).</source>
        <translation>{model}: 濃縮データが通用します。{set}より良い結果です({condensed} 対 {baseline})。</translation>
    </message>
    <message>
        <source>{model}: {set} is better than the condensed set ({baseline} against {condensed}).</source>
        <translation>{model}: {set}の方が濃縮データより良い結果です({baseline} 対 {condensed})。</translation>
    </message>
    <message>
        <source>{model}: no gain over {set} ({condensed} against {baseline}), within the margin of error.</source>
        <translation>{model}: {set}と差がありません({condensed} 対 {baseline}、誤差の範囲)。</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Distance by content: 0 is the same picture, 2 nothing in common</source>
        <translation>内容の距離: 0は同じ画像、2は共通点なし</translation>
    </message>
    <message>
        <source>Distance by style: 1 is as far as two real samples of the class</source>
        <translation>見た目の距離: 1はクラス内の実サンプルどうしの隔たり</translation>
    </message>
    <message>
        <source>Distance by content and style: 1 is as far as two real samples of the class</source>
        <translation>内容と見た目の距離: 1はクラス内の実サンプルどうしの隔たり</translation>
    </message>
    <message>
        <source>in content</source>
        <translation>内容で</translation>
    </message>
    <message>
        <source>in style</source>
        <translation>見た目で</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>両方で</translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation>最も近い実サンプル</translation>
    </message>
    <message>
        <source>Nearest by what</source>
        <translation>近さの基準</translation>
    </message>
    <message>
        <source>How many of the nearest real samples</source>
        <translation>近い実サンプルの表示数</translation>
    </message>
    <message>
        <source>Nearest real samples</source>
        <translation>最も近い実サンプル</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>What is new in {version}</source>
        <translation>{version} の新機能</translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Files that cannot be used: {count}</source>
        <translation>使えないファイル: {count} 個</translation>
    </message>
    <message>
        <source>Nothing to worry about.</source>
        <translation>気になる点はありません。</translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation>除外済み: {count} 枚。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>They take part again.</source>
        <translation>もう一度使うようにします。</translation>
    </message>
    <message>
        <source>{count} pictures no longer take part. No file is changed; “Put back” undoes it.</source>
        <translation>{count} 枚を使わないようにします。ファイルは変わりません。「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>For your information</source>
        <translation>参考情報</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>確認をおすすめします</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Give the project a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation>プロジェクト名を入力してください(/ \ : * ? &quot; &lt; &gt; | は使えません)</translation>
    </message>
    <message>
        <source>A project of this name exists already: choose another name.</source>
        <translation>同じ名前のプロジェクトがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>The project cannot lie inside the folder that is imported.</source>
        <translation>取り込むフォルダーの中にプロジェクトは作れません。</translation>
    </message>
    <message>
        <source>Automatic: {layout}</source>
        <translation>自動: {layout}</translation>
    </message>
    <message>
        <source>The folder has test pictures of its own.</source>
        <translation>フォルダーにテスト用の画像があります。</translation>
    </message>
    <message>
        <source>Held out of training, by class, to measure with afterwards.</source>
        <translation>学習に使わず、あとで評価するためにクラスごとに取り分けます。</translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation>プロジェクトの保存先</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>保存先: {folder}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>a folder a class</source>
        <translation>クラス別フォルダー</translation>
    </message>
    <message>
        <source>train and test folders</source>
        <translation>学習・テスト別フォルダー</translation>
    </message>
    <message>
        <source>good and defects (MVTec)</source>
        <translation>良品と欠陥(MVTec)</translation>
    </message>
    <message>
        <source>list of files (CSV, Excel, JSON)</source>
        <translation>ファイル一覧(CSV・Excel・JSON)</translation>
    </message>
    <message>
        <source>class in the file name</source>
        <translation>ファイル名にクラス</translation>
    </message>
    <message>
        <source>boxes (COCO)</source>
        <translation>枠(COCO)</translation>
    </message>
    <message>
        <source>boxes (Pascal VOC)</source>
        <translation>枠(Pascal VOC)</translation>
    </message>
    <message>
        <source>boxes (YOLO)</source>
        <translation>枠(YOLO)</translation>
    </message>
    <message>
        <source>no classes yet</source>
        <translation>クラス分けなし</translation>
    </message>
    <message>
        <source>Folder layout</source>
        <translation>フォルダーの構成</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Not square</source>
        <translation>正方形でない画像</translation>
    </message>
    <message>
        <source>Held out for testing</source>
        <translation>テスト用の割合</translation>
    </message>
    <message>
        <source>Project name</source>
        <translation>プロジェクト名</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>分割のシード</translation>
    </message>
    <message>
        <source>Use defects for testing only</source>
        <translation>欠陥はテストだけに使う</translation>
    </message>
    <message>
        <source>Normal pictures alone are learnt from and condensed; pictures of defects only test a detector.</source>
        <translation>正常な画像だけを学習・濃縮し、欠陥の画像は検出器のテストだけに使います。</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Side of a prepared picture. Smaller is faster; details must stay visible.</source>
        <translation>整えた画像の一辺。小さいほど速くなりますが、細部が見える大きさにしてください。</translation>
    </message>
    <message>
        <source>The same number holds out the same pictures, today and elsewhere.</source>
        <translation>同じ値なら、いつどこでも同じ画像を取り分けます。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>What tells the class: folders, file names or a list</source>
        <translation>クラスを示すもの(フォルダー、ファイル名、一覧)です</translation>
    </message>
    <message>
        <source>Grey pictures are smaller and condense faster.</source>
        <translation>グレーの画像は小さく、速く濃縮できます。</translation>
    </message>
    <message>
        <source>What becomes of pictures that are not square</source>
        <translation>正方形でない画像の扱いです</translation>
    </message>
    <message>
        <source>The folder of the project is called so.</source>
        <translation>プロジェクトのフォルダーの名前になります。</translation>
    </message>
    <message>
        <source>Another folder to keep the project in</source>
        <translation>プロジェクトの保存先を変えます</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>As the pictures are</source>
        <translation>画像に合わせる</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Pad with the border&apos;s colour</source>
        <translation>縁の色で余白を足す</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>引き伸ばす</translation>
    </message>
    <message>
        <source>Cut out the middle</source>
        <translation>中央を切り出す</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Real, varied more</source>
        <translation>実サンプル（幅を広げた見た目）</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>What is furthest off</source>
        <translation>最も差が大きいもの</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>このサンプルを見る</translation>
    </message>
    <message>
        <source>Show it beside the nearest real ones</source>
        <translation>最も近い実サンプルと並べて表示します</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Tones of this channel</source>
        <translation>このチャンネルの階調</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Tones, 0–255: synthetic as a line, real as an area</source>
        <translation>階調 0–255: 線が合成、面が実サンプル</translation>
    </message>
    <message>
        <source>Appearance of both pictures</source>
        <translation>2枚の見た目</translation>
    </message>
    <message>
        <source>There is no real sample to compare with yet.</source>
        <translation>比較する実サンプルがまだありません。</translation>
    </message>
    <message>
        <source>Measuring both pictures…</source>
        <translation>2枚を測定しています…</translation>
    </message>
    <message>
        <source>Pictures this small cannot be measured.</source>
        <translation>画像が小さすぎて測定できません。</translation>
    </message>
    <message>
        <source>As {kind}</source>
        <translation>{kind}として</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
</context>
<context>
    <name>PathSentence</name>
    <message>
        <source>Copy the file name</source>
        <translation>ファイル名をコピー</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>This view as a picture: copy or save</source>
        <translation>この表示を画像としてコピー・保存</translation>
    </message>
</context>
<context>
    <name>PrecisionCurves</name>
    <message>
        <source>Precision over recall</source>
        <translation>適合率と再現率</translation>
    </message>
    <message>
        <source>A line for each set</source>
        <translation>1 本の線が 1 つのデータです</translation>
    </message>
    <message>
        <source>Recall: defects found, %</source>
        <translation>再現率: 検出した欠陥 (%)</translation>
    </message>
    <message>
        <source>Precision: alarms that are right, %</source>
        <translation>適合率: 正しい警報 (%)</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>How to prepare them</source>
        <translation>画像の整え方</translation>
    </message>
    <message>
        <source>As they are → prepared</source>
        <translation>元の画像 → 整えた画像</translation>
    </message>
    <message>
        <source>Pictures as they are and prepared</source>
        <translation>元の画像と整えた画像</translation>
    </message>
    <message>
        <source>What we noticed</source>
        <translation>気づいた点</translation>
    </message>
    <message>
        <source>Propose classes…</source>
        <translation>クラスの候補を作る…</translation>
    </message>
    <message>
        <source>Groups of pictures that look alike, for you to name</source>
        <translation>似た画像をグループに分けます。名前を付けるとクラスになります</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>フォルダーを調べています…</translation>
    </message>
    <message>
        <source>Looking through the folder: {count} files so far…</source>
        <translation>フォルダーを調べています: これまでに {count} ファイル…</translation>
    </message>
    <message>
        <source>{images} pictures in {classes} classes</source>
        <translation>{classes} クラス {images} 枚</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print the decision page</source>
        <translation>結論のページを印刷</translation>
    </message>
</context>
<context>
    <name>ProjectCard</name>
    <message>
        <source>Remove from this list; the project stays where it is</source>
        <translation>この一覧から外す(プロジェクトはそのまま残ります)</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Not found: it was moved, renamed or deleted.</source>
        <translation>見つかりません。移動、名前の変更、または削除されています。</translation>
    </message>
    <message>
        <source>No pictures yet.</source>
        <translation>まだ画像がありません。</translation>
    </message>
    <message>
        <source>{images} pictures in {classes} classes</source>
        <translation>{classes} クラス {images} 枚</translation>
    </message>
    <message>
        <source>condensed: accuracy {accuracy}</source>
        <translation>濃縮データの正解率 {accuracy}</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Looking at the pictures…</source>
        <translation>画像を調べています…</translation>
    </message>
    <message>
        <source>group {number}</source>
        <translation>グループ {number}</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>クラスの名前</translation>
    </message>
    <message>
        <source>The same name twice makes one class; no name leaves it out.</source>
        <translation>同じ名前は 1 つのクラスになり、名前がなければ除きます。</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 枚</translation>
    </message>
    <message>
        <source>Pictures of group {number}</source>
        <translation>グループ {number} の画像</translation>
    </message>
    <message>
        <source>Give at least one group a name.</source>
        <translation>少なくとも 1 つのグループに名前を付けてください。</translation>
    </message>
    <message>
        <source>Looking at the pictures: {done} of {total}</source>
        <translation>画像を調べています: {done} / {total}</translation>
    </message>
    <message>
        <source>Propose classes</source>
        <translation>クラスの候補</translation>
    </message>
    <message>
        <source>Pictures that look alike, in groups. Give each group the name of its class; the same name twice makes one class of two groups, no name leaves a group out.</source>
        <translation>似た画像をグループにまとめました。それぞれにクラスの名前を付けてください。同じ名前にすると 1 つのクラスになり、名前を空にするとそのグループは使いません。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ数</translation>
    </message>
    <message>
        <source>How many groups of pictures that look alike are proposed as classes.</source>
        <translation>クラスの候補として示す、似た画像のグループの数です。</translation>
    </message>
    <message>
        <source>Use these classes</source>
        <translation>このクラスを使う</translation>
    </message>
    <message>
        <source>Each name becomes a class of the import.</source>
        <translation>それぞれの名前を取り込みのクラスにします。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Queue: {count} waiting</source>
        <translation>キュー: 順番待ち {count}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Show or hide the queue of runs and trials.</source>
        <translation>実行と試し学習のキューを表示または非表示にします。</translation>
    </message>
</context>
<context>
    <name>QueueNotice</name>
    <message>
        <source>The queue of this project has entries waiting: {count}. Go on with them?</source>
        <translation>このプロジェクトのキューに順番待ちの項目があります: {count} 件。続けますか?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Works off the entries that wait</source>
        <translation>待っているものを処理します</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>キューを表示</translation>
    </message>
    <message>
        <source>Shows the list of what waits</source>
        <translation>待っているものの一覧を表示します</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Entries of the queue, in their order</source>
        <translation>キューの項目(実行順)</translation>
    </message>
    <message>
        <source>A row an entry; the uppermost comes first.</source>
        <translation>1 行が 1 件で、上から順に処理します。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日時</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>終わった項目を消す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the list; the queue itself goes on.</source>
        <translation>一覧を閉じます。キューの実行は続きます。</translation>
    </message>
    <message>
        <source>Empty. “Add to queue” on the pages Condense and Trial puts something in.</source>
        <translation>空です。濃縮と試し学習のページの「キューに追加」で追加できます。</translation>
    </message>
    <message>
        <source>The queue stops after the running entry.</source>
        <translation>実行中の項目が終わると止まります。</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>この項目で止める</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Run the queue</source>
        <translation>順に実行</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>順番待ちの項目がありません。</translation>
    </message>
    <message>
        <source>What runs goes on to its end; nothing further begins.</source>
        <translation>実行中の項目は最後まで続け、次は始めません。</translation>
    </message>
    <message>
        <source>Do everything that waits, one after the other.</source>
        <translation>順番待ちの項目を上から順に実行します。</translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation>先に項目を選んでください。</translation>
    </message>
    <message>
        <source>Only what waits can be moved.</source>
        <translation>動かせるのは順番待ちの項目だけです。</translation>
    </message>
    <message>
        <source>Do it earlier.</source>
        <translation>順番を早めます。</translation>
    </message>
    <message>
        <source>Do it later.</source>
        <translation>順番を遅らせます。</translation>
    </message>
    <message>
        <source>Only what failed can be tried again.</source>
        <translation>再試行できるのは失敗した項目だけです。</translation>
    </message>
    <message>
        <source>Let it wait again, with the trials that had no run because of it.</source>
        <translation>順番待ちに戻します。これが失敗したために実行できなかった試し学習も一緒に戻ります。</translation>
    </message>
    <message>
        <source>It is running. Stop or cancel it in the line below.</source>
        <translation>実行中です。画面下で停止または中止してください。</translation>
    </message>
    <message>
        <source>Take it out; with a condensing goes the trial of its result.</source>
        <translation>キューから外します。濃縮を外すと、その結果の試し学習も外れます。</translation>
    </message>
    <message>
        <source>Nothing is finished.</source>
        <translation>終わった項目がありません。</translation>
    </message>
    <message>
        <source>Take out what is done or has failed; results stay.</source>
        <translation>完了または失敗した項目を消します。結果は残ります。</translation>
    </message>
</context>
<context>
    <name>QueueRecipe</name>
    <message>
        <source>Do it later: after what runs, or overnight with others.</source>
        <translation>あとで実行します。実行中の処理のあと、または夜間にまとめて行えます。</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>キューに追加</translation>
    </message>
</context>
<context>
    <name>QueueTrial</name>
    <message>
        <source>This run was mended by hand, so it is no point of a curve.</source>
        <translation>この実行は手直ししたものなので、曲線の点にはなりません。</translation>
    </message>
    <message>
        <source>Try it later: after what runs, or overnight.</source>
        <translation>あとで試します。実行中の処理のあと、または夜間に行えます。</translation>
    </message>
    <message>
        <source>Condense and try with 1, 5, 10, 20 and 50 images per class, overnight.</source>
        <translation>クラスあたり 1、5、10、20、50 枚で濃縮し、試し学習します(夜間向け)。</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>キューに追加</translation>
    </message>
    <message>
        <source>Curve over images per class…</source>
        <translation>枚数ごとの曲線…</translation>
    </message>
</context>
<context>
    <name>QueueWorker</name>
    <message>
        <source>change of the queue</source>
        <translation>キューの変更</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Start</source>
        <translation>スタート</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Condense</source>
        <translation>濃縮</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>試し学習</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>Opens the guide at the page shown</source>
        <translation>表示中のページのガイドを開きます</translation>
    </message>
    <message>
        <source>Recent projects, new project</source>
        <translation>最近使ったプロジェクト、新規プロジェクト</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>no project yet</source>
        <translation>プロジェクト未選択</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>needs: {step}</source>
        <translation>先に: {step}</translation>
    </message>
</context>
<context>
    <name>ReasonsPopup</name>
    <message>
        <source>What is wrong with {sample}?</source>
        <translation>{sample} の問題点は?</translation>
    </message>
    <message>
        <source>{sample} is {verdict}: why?</source>
        <translation>{sample} は{verdict}: 理由は?</translation>
    </message>
    <message>
        <source>A reason that is kept with the verdict</source>
        <translation>判定とともに残す理由です</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>不合格にする</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>1–9 tick, Enter keeps, Esc leaves</source>
        <translation>1~9 で選択、Enter で保存、Esc で中止</translation>
    </message>
    <message>
        <source>1–9 tick, Enter rejects, Shift+Enter puts on hold, Esc leaves</source>
        <translation>1~9 で選択、Enter で不合格、Shift+Enter で保留、Esc で中止</translation>
    </message>
</context>
<context>
    <name>RecallTab</name>
    <message>
        <source>Rarest class: {name}, training pictures: {count}. Recall {condensed}.</source>
        <translation>最も少ないクラス: {name}(学習画像 {count} 枚)。再現率 {condensed}。</translation>
    </message>
    <message>
        <source>Rarest class: {name}, training pictures: {count}. Recall {condensed} condensed, {full} all real.</source>
        <translation>最も少ないクラス: {name}(学習画像 {count} 枚)。再現率: 濃縮データ {condensed}、実サンプル全体 {full}。</translation>
    </message>
    <message>
        <source>Recall by class</source>
        <translation>クラス別再現率</translation>
    </message>
    <message>
        <source>● condensed set; the class with the lowest recall comes first.</source>
        <translation>● 濃縮データ。再現率の低いクラスから順に並べています。</translation>
    </message>
    <message>
        <source>{name}: recall {condensed} % condensed</source>
        <translation>{name}: 再現率 {condensed} %(濃縮データ)</translation>
    </message>
    <message>
        <source>{name}: recall {condensed} % condensed, {full} % all real ({change} points)</source>
        <translation>{name}: 再現率 {condensed} %(濃縮データ)、{full} %(実サンプル全体)、差 {change} ポイント</translation>
    </message>
</context>
<context>
    <name>RecipeDraft</name>
    <message>
        <source>change of the recipe</source>
        <translation>濃縮設定の変更</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Structure, appearance and variety are all off. Raise at least one.</source>
        <translation>構造、見た目、多様さがすべてオフです。少なくとも 1 つを上げてください。</translation>
    </message>
    <message>
        <source>“As published” knows no other appearance than that of your pictures. Choose another quality, or “As in my pictures”.</source>
        <translation>「論文どおり」では、自分の画像以外の見た目にはできません。別の品質か「自分の画像と同じ」を選んでください。</translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation>クラスあたり枚数</translation>
    </message>
    <message>
        <source>Synthetic images that are learnt for each class. More come closer to all real samples, and take longer to condense and to train.</source>
        <translation>クラスごとに学習する合成画像の枚数です。多いほど実サンプル全体に近づきますが、濃縮と学習に時間がかかります。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>A first look, with a fraction of the steps.</source>
        <translation>まず試すとき。少ないステップ数で済ませます。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Right for most sets.</source>
        <translation>ほとんどの場合に適しています。</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Four times the steps, for a set you will keep.</source>
        <translation>保存して使うデータに。ステップ数は 4 倍です。</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>論文どおり</translation>
    </message>
    <message>
        <source>The paper&apos;s objective, to compare.</source>
        <translation>論文の目的関数そのまま。比較用です。</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>時間制限</translation>
    </message>
    <message>
        <source>Ends condensing in time, with the best there is by then.</source>
        <translation>時間内に濃縮を終え、その時点で最良の結果を残します。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation>時間制限(分)</translation>
    </message>
    <message>
        <source>Condensing ends by then with the best there is.</source>
        <translation>この時間までに終わり、最良の結果を保存します。</translation>
    </message>
    <message>
        <source>Tick the time limit to set it.</source>
        <translation>時間制限にチェックを入れると設定できます。</translation>
    </message>
    <message>
        <source>= {samples} synthetic samples from {pictures} pictures</source>
        <translation>= {pictures} 枚の画像から合成サンプル {samples} 枚</translation>
    </message>
    <message>
        <source>= {images} images that hold {samples} synthetic samples, from {pictures} pictures</source>
        <translation>= {pictures} 枚の画像から、合成サンプル {samples} 枚を収めた画像 {images} 枚</translation>
    </message>
    <message>
        <source>Classes with fewer pictures, used whole: {count}</source>
        <translation>枚数が足りず、すべて使うクラス: {count}</translation>
    </message>
</context>
<context>
    <name>RecoveredDialog</name>
    <message>
        <source>Shizuku: recovered</source>
        <translation>Shizuku: 復旧</translation>
    </message>
    <message>
        <source>Shizuku was cut off on {time}. This is what was recovered.</source>
        <translation>{time} に Shizuku が途中で終了しました。復旧した内容は次のとおりです。</translation>
    </message>
    <message>
        <source>Shizuku was cut off. This is what was recovered.</source>
        <translation>Shizuku が途中で終了しました。復旧した内容は次のとおりです。</translation>
    </message>
    <message>
        <source>It ended by a fault of its own; the diagnostic file tells more.</source>
        <translation>Shizuku 自身の不具合で終了しました。詳しくは診断ファイルをご覧ください。</translation>
    </message>
    <message>
        <source>A power cut, or it was ended from outside; nothing points to a fault.</source>
        <translation>停電か、外部からの終了です。不具合の形跡はありません。</translation>
    </message>
    <message>
        <source>Save diagnostic file…</source>
        <translation>診断ファイルを保存…</translation>
    </message>
    <message>
        <source>Log, versions, graphics card and settings; no pictures</source>
        <translation>ログ、バージョン、GPU、設定を含みます。画像は含みません</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
    <message>
        <source>Goes on where it was cut off</source>
        <translation>中断したところから続けます</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>もう一度取り込む</translation>
    </message>
    <message>
        <source>Open the project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>No project was open and no job ran, so nothing was lost.</source>
        <translation>開いていたプロジェクトも実行中の処理もなく、失われたものはありません。</translation>
    </message>
    <message>
        <source>Looking at {project}…</source>
        <translation>{project} を確認しています…</translation>
    </message>
    <message>
        <source>Project: {project}</source>
        <translation>プロジェクト: {project}</translation>
    </message>
    <message>
        <source>The import of {source} was cut off. Import it again with the same options: it goes on where it was.</source>
        <translation>{source} の取り込みが途中で終わりました。同じ設定でもう一度取り込むと、続きから再開します。</translation>
    </message>
    <message>
        <source>Run {run} was cut off before its first checkpoint; start it again.</source>
        <translation>実行 {run} は最初のチェックポイントの前に終わりました。もう一度開始してください。</translation>
    </message>
    <message>
        <source>Run {run} was interrupted at step {step} of {total}; it can be resumed.</source>
        <translation>実行 {run} はステップ {step} / {total} で中断しました。再開できます。</translation>
    </message>
    <message>
        <source>Run {run} was interrupted at step {step}; it can be resumed.</source>
        <translation>実行 {run} はステップ {step} で中断しました。再開できます。</translation>
    </message>
    <message>
        <source>Verdicts and notes kept: {count}, the last one of {time}.</source>
        <translation>保存されている判定とメモ: {count} 件(最後は {time})。</translation>
    </message>
    <message>
        <source>Entries waiting in the queue: {count}.</source>
        <translation>キューで順番待ちの項目: {count} 件。</translation>
    </message>
    <message>
        <source>Half-written files that were removed: {count} ({size}).</source>
        <translation>書きかけのため削除したファイル: {count} 件({size})。</translation>
    </message>
    <message>
        <source>Everything else in the project is as it was.</source>
        <translation>プロジェクトのほかの内容はそのままです。</translation>
    </message>
</context>
<context>
    <name>ReferenceBox</name>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or end it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で終了してください。</translation>
    </message>
    <message>
        <source>Pictures to look like; they need no classes. Or drop the folder here.</source>
        <translation>手本にする画像のフォルダーです。クラス分けは不要です。ここへドロップすることもできます。</translation>
    </message>
    <message>
        <source>Take this reference out of the project; the folder it came from stays.</source>
        <translation>この参照をプロジェクトから外します。元のフォルダーは残ります。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>まだ選ばれていません</translation>
    </message>
    <message>
        <source>Not in this project: {name}</source>
        <translation>このプロジェクトにありません: {name}</translation>
    </message>
    <message>
        <source>{title} · {count} pictures</source>
        <translation>{title}({count} 枚)</translation>
    </message>
</context>
<context>
    <name>ReferenceImport</name>
    <message>
        <source>Choose a folder of pictures to look like</source>
        <translation>手本にする画像のフォルダーを選択</translation>
    </message>
    <message>
        <source>removal of reference {title}</source>
        <translation>参照「{title}」の削除</translation>
    </message>
    <message>
        <source>Remove the reference “{title}” ({count} pictures)?</source>
        <translation>参照「{title}」({count} 枚)を削除しますか?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>No run uses it. The folder it came from stays.</source>
        <translation>この参照を使っている実行はありません。元のフォルダーは残ります。</translation>
    </message>
    <message>
        <source>Runs that use it: {runs}.</source>
        <translation>使っている実行: {runs}</translation>
    </message>
    <message>
        <source>Their condensed sets stay.</source>
        <translation>濃縮データはそのまま残ります。</translation>
    </message>
    <message>
        <source>{count} of them are not finished and could not be resumed.</source>
        <translation>うち {count} 件は未完了で、削除すると再開できません。</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Choose a synthetic sample first.</source>
        <translation>まず合成サンプルを選んでください。</translation>
    </message>
    <message>
        <source>Stored with the verdict</source>
        <translation>判定と一緒に保存します</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>What is wrong with this sample</source>
        <translation>このサンプルの問題点</translation>
    </message>
    <message>
        <source>Write a note on this sample</source>
        <translation>このサンプルにメモを付けます</translation>
    </message>
    <message>
        <source>Note: Enter keeps it, Esc leaves</source>
        <translation>メモ: Enter で保存、Esc で中止</translation>
    </message>
    <message>
        <source>Note on this sample</source>
        <translation>このサンプルのメモ</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Trial</source>
        <translation>試し学習</translation>
    </message>
    <message>
        <source>Recall by class</source>
        <translation>クラス別再現率</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学習曲線</translation>
    </message>
    <message>
        <source>Further figures</source>
        <translation>詳しい数値</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>他のモデル</translation>
    </message>
    <message>
        <source>Stress</source>
        <translation>ストレス試験</translation>
    </message>
    <message>
        <source>Defect detection</source>
        <translation>欠陥検出</translation>
    </message>
    <message>
        <source>Which trial is shown; the newest comes first</source>
        <translation>表示する試し学習です。新しいものが先頭です</translation>
    </message>
    <message>
        <source>Results of the trial</source>
        <translation>試し学習の結果</translation>
    </message>
    <message>
        <source>The arrow keys go from tab to tab.</source>
        <translation>矢印キーでタブを切り替えます。</translation>
    </message>
</context>
<context>
    <name>ResumeOffer</name>
    <message>
        <source>A run was interrupted at step {step}; it can be resumed from there.</source>
        <translation>ステップ {step} で中断した実行があります。そこから再開できます。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source> points</source>
        <translation> ポイント</translation>
    </message>
    <message>
        <source> × accepted</source>
        <translation> × 許容値</translation>
    </message>
    <message>
        <source> months</source>
        <translation> か月</translation>
    </message>
</context>
<context>
    <name>RulesView</name>
    <message>
        <source>The verdict follows from these rules alone. Change them to fit your factory.</source>
        <translation>結論はこの基準だけで決まります。自社の条件に合わせて変更できます。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>If not met</source>
        <translation>不適合の場合</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>初期値に戻す</translation>
    </message>
    <message>
        <source>All rules as they come with Shizuku</source>
        <translation>すべての基準を Shizuku の初期値に戻します</translation>
    </message>
    <message>
        <source>Ask for this</source>
        <translation>この基準を使う</translation>
    </message>
    <message>
        <source>Ask for this: {rule}</source>
        <translation>この基準を使う: {rule}</translation>
    </message>
    <message>
        <source>Threshold: {rule}</source>
        <translation>しきい値: {rule}</translation>
    </message>
    <message>
        <source>{rule}: met where what was measured is {sign} this value.</source>
        <translation>{rule}: 測定値がこの値に対して {sign} のとき適合です。</translation>
    </message>
    <message>
        <source>If not met: {rule}</source>
        <translation>不適合の場合: {rule}</translation>
    </message>
    <message>
        <source>What the verdict becomes where this is not met</source>
        <translation>不適合のときの判断です</translation>
    </message>
    <message>
        <source>pilot further</source>
        <translation>試行継続</translation>
    </message>
    <message>
        <source>do not use</source>
        <translation>見送り</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Runs of this project</source>
        <translation>このプロジェクトの実行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Use its recipe</source>
        <translation>この設定を使う</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Per class</source>
        <translation>クラスあたり</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>判定済み</translation>
    </message>
    <message>
        <source>When the run was started</source>
        <translation>実行を開始した日時</translation>
    </message>
    <message>
        <source>Where the run stands</source>
        <translation>実行の状態</translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation>クラスあたり枚数</translation>
    </message>
    <message>
        <source>Steps finished</source>
        <translation>終わったステップ数</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>差</translation>
    </message>
    <message>
        <source>A row a run, the newest first.</source>
        <translation>1 行が 1 回の実行で、新しい順に並びます。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Content gap / style gap between real and synthetic samples; 0 is matched</source>
        <translation>実サンプルと合成サンプルの内容の差 / 見た目の差(0 で一致)</translation>
    </message>
    <message>
        <source>Accuracy of a model trained on it, from the newest trial</source>
        <translation>これで学習したモデルの正解率(最新の試し学習)</translation>
    </message>
    <message>
        <source>Synthetic samples judged in Inspect</source>
        <translation>検査で判定した合成サンプル</translation>
    </message>
    <message>
        <source>What comes first, and whose appearance the samples take on</source>
        <translation>何を優先し、どの見た目に合わせるか</translation>
    </message>
    <message>
        <source>Run {run}
Structure {content}, appearance {style}, variety {diversity}, seed {seed}</source>
        <translation>実行 {run}
構造 {content}、見た目 {style}、多様さ {diversity}、シード {seed}</translation>
    </message>
    <message>
        <source>{count} pictures set aside, listed in suspicious.csv of the run&apos;s folder</source>
        <translation>除外した画像 {count} 枚(一覧: 実行フォルダーの suspicious.csv)</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>running elsewhere</source>
        <translation>別の場所で実行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>nothing kept</source>
        <translation>保存なし</translation>
    </message>
    <message>
        <source>quick</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>論文どおり</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint with the same recipe.</source>
        <translation>同じ設定で、最後のチェックポイントから続けます。</translation>
    </message>
    <message>
        <source>Look at its synthetic samples beside the real ones.</source>
        <translation>合成サンプルを実サンプルと並べて確認します。</translation>
    </message>
    <message>
        <source>Choose a run in the table first.</source>
        <translation>まず表から実行を選んでください。</translation>
    </message>
    <message>
        <source>Fill the form on the left with this run&apos;s recipe.</source>
        <translation>左のフォームにこの実行の設定を入れます。</translation>
    </message>
    <message>
        <source>Move it to the project&apos;s trash; Edit → Undo brings it back.</source>
        <translation>プロジェクトのごみ箱に移します。[編集] → [元に戻す] で戻せます。</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or end it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で終了してください。</translation>
    </message>
    <message>
        <source>This run is finished; there is nothing to resume.</source>
        <translation>この実行は完了しているため、再開できません。</translation>
    </message>
    <message>
        <source>This run left no checkpoint to go on from. Start a new one.</source>
        <translation>この実行にはチェックポイントがありません。新しく実行してください。</translation>
    </message>
</context>
<context>
    <name>RunRemoval</name>
    <message>
        <source>removal of run {run}</source>
        <translation>実行 {run} の削除</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多様性</translation>
    </message>
    <message>
        <source>How far the shapes are from the real ones. 0: matched, 1: as far as a class lies from the centre of all classes.</source>
        <translation>形の実サンプルとの差です。0 は一致、1 は全クラスの中心からクラスまでの距離と同じです。</translation>
    </message>
    <message>
        <source>How far the look is from the real one. 0: matched, 1: as far as nothing at all.</source>
        <translation>見た目の実サンプルとの差です。0 は一致、1 は何も描かれていない場合と同じです。</translation>
    </message>
    <message>
        <source>How widely the synthetic samples are spread, in % of the real samples&apos; spread.</source>
        <translation>合成サンプルの広がりです(実サンプルの広がりに対する %)。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Gap, % of start</source>
        <translation>差(開始時に対する %)</translation>
    </message>
    <message>
        <source>Gaps of content, style and diversity by step, in % of the start</source>
        <translation>内容、見た目、多様性の差の推移(開始時に対する %)</translation>
    </message>
    <message>
        <source>No curve: this run took no step of condensing.</source>
        <translation>濃縮のステップがないため、曲線はありません。</translation>
    </message>
    <message>
        <source>Synthetic samples by class</source>
        <translation>クラス別の合成サンプル</translation>
    </message>
    <message>
        <source>A row a class.</source>
        <translation>1 行が 1 クラスです。</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>How large samples are shown; what is stored stays as it is.</source>
        <translation>サンプルの表示の大きさです。保存内容は変わりません。</translation>
    </message>
    <message>
        <source>Inspect…</source>
        <translation>検査…</translation>
    </message>
    <message>
        <source>Compare each synthetic sample with the nearest real ones and judge it.</source>
        <translation>合成サンプルを最も近い実サンプルと比べて判定します。</translation>
    </message>
    <message>
        <source>not looked at: weight 0</source>
        <translation>考慮なし(重み 0)</translation>
    </message>
    <message>
        <source>of its start</source>
        <translation>開始時に対して</translation>
    </message>
    <message>
        <source>gap: matched</source>
        <translation>差: 一致</translation>
    </message>
    <message>
        <source>gap: close</source>
        <translation>差: 近い</translation>
    </message>
    <message>
        <source>gap: differs visibly</source>
        <translation>差: 目に見える違い</translation>
    </message>
    <message>
        <source>gap: far off</source>
        <translation>差: 大きく異なる</translation>
    </message>
    <message>
        <source>of the real spread: as varied</source>
        <translation>実サンプルの広がりに対して: 同程度</translation>
    </message>
    <message>
        <source>of the real spread: somewhat less varied</source>
        <translation>実サンプルの広がりに対して: やや狭い</translation>
    </message>
    <message>
        <source>of the real spread: much less varied</source>
        <translation>実サンプルの広がりに対して: かなり狭い</translation>
    </message>
    <message>
        <source>of the real spread: more varied</source>
        <translation>実サンプルの広がりに対して: 広い</translation>
    </message>
    <message>
        <source>Condensing</source>
        <translation>濃縮中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Stopping; what was reached is being kept…</source>
        <translation>停止しています。ここまでの結果を保存中…</translation>
    </message>
    <message>
        <source>Cancelling; nothing will be kept…</source>
        <translation>中止しています。結果は保存されません…</translation>
    </message>
    <message>
        <source>Getting ready: reading the pictures and preparing the computation. The first steps follow within a minute.</source>
        <translation>準備中: 画像を読み込み、計算の準備をしています。1 分以内に最初のステップが始まります。</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>ステップ {step} / {steps}</translation>
    </message>
    <message>
        <source>resume in the line at the bottom of the window</source>
        <translation>画面下の行から再開できます</translation>
    </message>
    <message>
        <source>{rate} steps/s</source>
        <translation>{rate} ステップ/秒</translation>
    </message>
    <message>
        <source>Finished: {samples} synthetic samples in {time}</source>
        <translation>完了: 合成サンプル {samples} 枚、{time}</translation>
    </message>
    <message>
        <source>Stopped at step {step}; what was reached is kept</source>
        <translation>ステップ {step} で停止(ここまでの結果は保存済み)</translation>
    </message>
    <message>
        <source>Interrupted at step {step}</source>
        <translation>ステップ {step} で中断</translation>
    </message>
    <message>
        <source>Failed at step {step}</source>
        <translation>ステップ {step} で失敗</translation>
    </message>
    <message>
        <source>In progress in another window or command</source>
        <translation>別のウィンドウまたはコマンドで実行中</translation>
    </message>
    <message>
        <source>Ended before the first step</source>
        <translation>最初のステップの前に終了</translation>
    </message>
    <message>
        <source>The checkpoint is safe: the run can be resumed.</source>
        <translation>チェックポイントは無事です。実行を再開できます。</translation>
    </message>
    <message>
        <source>Nothing was learned yet. Change the recipe and start a new run.</source>
        <translation>まだ何も学習していません。設定を変えて、新しく実行してください。</translation>
    </message>
    <message>
        <source>{steps} steps on {device}, seed {seed}</source>
        <translation>{steps} ステップ、{device}、シード {seed}</translation>
    </message>
</context>
<context>
    <name>RunsGalleries</name>
    <message>
        <source>No sample at this place</source>
        <translation>この位置のサンプルはありません</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>real, kept whole</source>
        <translation>実サンプル(そのまま)</translation>
    </message>
    <message>
        <source>real</source>
        <translation>実</translation>
    </message>
    <message>
        <source>Enter or double click: look at the sample closely</source>
        <translation>Enter またはダブルクリックでサンプルを詳しく表示</translation>
    </message>
    <message>
        <source>no samples of this class</source>
        <translation>このクラスのサンプルはありません</translation>
    </message>
</context>
<context>
    <name>RunsGaps</name>
    <message>
        <source>Gaps by class</source>
        <translation>クラス別の差</translation>
    </message>
    <message>
        <source>Gaps of both runs by class</source>
        <translation>両方の実行のクラス別の差</translation>
    </message>
    <message>
        <source>Which gap</source>
        <translation>差の種類</translation>
    </message>
    <message>
        <source>Content gap</source>
        <translation>内容の差</translation>
    </message>
    <message>
        <source>Style gap</source>
        <translation>見た目の差</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多様性</translation>
    </message>
    <message>
        <source>Not measured of both runs.</source>
        <translation>両方の実行の測定結果がそろっていません。</translation>
    </message>
    <message>
        <source>{name}: {first} in run A, {second} in run B; run A is closer.</source>
        <translation>{name}: 実行 A {first}、実行 B {second}。実行 A が近い。</translation>
    </message>
    <message>
        <source>{name}: {first} in run A, {second} in run B; run B is closer.</source>
        <translation>{name}: 実行 A {first}、実行 B {second}。実行 B が近い。</translation>
    </message>
    <message>
        <source>{name}: {first} in run A, {second} in run B; as close.</source>
        <translation>{name}: 実行 A {first}、実行 B {second}。同程度。</translation>
    </message>
    <message>
        <source>100 %: as varied as the real samples.</source>
        <translation>100 %: 実サンプルと同じ広がり。</translation>
    </message>
    <message>
        <source>0: matched.</source>
        <translation>0: 一致。</translation>
    </message>
    <message>
        <source>○ run A   ● run B   {meaning}</source>
        <translation>○ 実行 A   ● 実行 B   {meaning}</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>How the runs differ</source>
        <translation>実行の違い</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Reading both runs…</source>
        <translation>2 つの実行を読み込んでいます…</translation>
    </message>
    <message>
        <source>Measuring how close run A is to the real samples (1 of 2)…</source>
        <translation>実行 A と実サンプルとの近さを測っています(1 / 2)…</translation>
    </message>
    <message>
        <source>Measuring how close run B is to the real samples (2 of 2)…</source>
        <translation>実行 B と実サンプルとの近さを測っています(2 / 2)…</translation>
    </message>
    <message>
        <source>Only one run has a condensed set. Condense again with another recipe to compare.</source>
        <translation>濃縮データのある実行は 1 つだけです。別の設定でもう一度濃縮すると比較できます。</translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation>濃縮…</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>How the runs differ, in numbers</source>
        <translation>2 つの実行の違いを数値で表示</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>差</translation>
    </message>
    <message>
        <source>The gaps of both runs by class</source>
        <translation>両方の実行の差をクラス別に表示</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>比較する内容</translation>
    </message>
</context>
<context>
    <name>ScaleChoice</name>
    <message>
        <source>Scale</source>
        <translation>目盛り</translation>
    </message>
    <message>
        <source>fitting each pair</source>
        <translation>組ごとに自動</translation>
    </message>
    <message>
        <source>±{scale} for all pairs</source>
        <translation>すべての組で ±{scale}</translation>
    </message>
    <message>
        <source>Keep one scale to compare pairs by colour</source>
        <translation>目盛りを固定すると、組どうしを色で比べられます</translation>
    </message>
    <message>
        <source>Scale of the differences</source>
        <translation>差分の目盛り</translation>
    </message>
</context>
<context>
    <name>ScoreHistogram</name>
    <message>
        <source>Area: normal test pictures. Line: defects. Dashed: threshold {threshold}, above which a picture is called defective.</source>
        <translation>面: 正常なテスト画像。線: 欠陥。破線: しきい値 {threshold}。これを超えると欠陥とみなします。</translation>
    </message>
    <message>
        <source>Anomaly scores</source>
        <translation>異常スコア</translation>
    </message>
</context>
<context>
    <name>SecondLookDialog</name>
    <message>
        <source>The looks disagree on no sample.</source>
        <translation>判定が分かれたサンプルはありません。</translation>
    </message>
    <message>
        <source>This verdict shall hold; both looks keep what they said</source>
        <translation>この判定を採用します。2 回の判定の記録は残ります</translation>
    </message>
    <message>
        <source>Close, and compare the sample with real ones</source>
        <translation>閉じて、実サンプルと見比べます</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>再判定</translation>
    </message>
    <message>
        <source>They disagree on {count} samples</source>
        <translation>判定が分かれたサンプル: {count} 枚</translation>
    </message>
    <message>
        <source>The arrow keys go through the samples.</source>
        <translation>矢印キーでサンプルを順に選べます。</translation>
    </message>
    <message>
        <source>Synthetic sample</source>
        <translation>合成サンプル</translation>
    </message>
    <message>
        <source>The sample that is chosen, enlarged</source>
        <translation>選んだサンプルの拡大です</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>On the bench</source>
        <translation>比較画面で見る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>Back to the default</source>
        <translation>初期値に戻す</translation>
    </message>
    <message>
        <source>Back to the default: {name}</source>
        <translation>初期値に戻す: {name}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected: {samples} synthetic, {rows} real</source>
        <translation>選択中: 合成 {samples} 枚、実 {rows} 枚</translation>
    </message>
    <message>
        <source>Show in the gallery</source>
        <translation>ギャラリーに表示</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
</context>
<context>
    <name>SetCard</name>
    <message>
        <source>Second look</source>
        <translation>再判定</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Second look: {agreeing} of {twice} agree</source>
        <translation>再判定: {twice} 枚中 {agreeing} 枚が一致</translation>
    </message>
    <message>
        <source>Look at the mended run</source>
        <translation>直した実行を見る</translation>
    </message>
    <message>
        <source>End the look</source>
        <translation>再判定を終える</translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation>ブラインドテスト</translation>
    </message>
    <message>
        <source>Rejected…</source>
        <translation>不合格の処置…</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>承認…</translation>
    </message>
    <message>
        <source>Earlier verdicts are hidden until it is ended.</source>
        <translation>終えるまで、以前の判定は表示しません。</translation>
    </message>
    <message>
        <source>There is no condensed set to judge yet.</source>
        <translation>判定する濃縮データがまだありません。</translation>
    </message>
    <message>
        <source>End the second look first.</source>
        <translation>先に再判定を終えてください。</translation>
    </message>
    <message>
        <source>Judge some samples first.</source>
        <translation>先にサンプルを判定してください。</translation>
    </message>
    <message>
        <source>No sample is rejected.</source>
        <translation>不合格のサンプルはありません。</translation>
    </message>
    <message>
        <source>Judge again in another order, without seeing what was said before</source>
        <translation>以前の判定を見ずに、別の順序でもう一度判定します</translation>
    </message>
    <message>
        <source>Real or synthetic? Twenty pairs tell how real the samples look</source>
        <translation>実か合成か。20 組で、どれだけ本物らしいかを調べます</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
    <message>
        <source>Condense the rejected samples again, replace them or leave them out</source>
        <translation>不合格のサンプルを濃縮し直す、置き換える、または除きます</translation>
    </message>
    <message>
        <source>Sign for the set as it is now; any later change shows</source>
        <translation>今の濃縮データを承認します。その後の変更はわかります</translation>
    </message>
    <message>
        <source>How well both looks agree, and where they do not</source>
        <translation>2 回の判定がどれだけ一致し、どこが違うか</translation>
    </message>
    <message>
        <source>The newest run made from this one without its rejects</source>
        <translation>この実行の不合格を直した最新の実行</translation>
    </message>
</context>
<context>
    <name>SetDesk</name>
    <message>
        <source>The real samples cannot be read just now.</source>
        <translation>今は実サンプルを読めません。</translation>
    </message>
</context>
<context>
    <name>SetRow</name>
    <message>
        <source>pictures: {count}</source>
        <translation>{count} 枚</translation>
    </message>
    <message>
        <source>The condensed set always takes part.</source>
        <translation>濃縮データは必ず比較に入ります。</translation>
    </message>
    <message>
        <source>The synthetic samples of this run, exactly as exported.</source>
        <translation>この実行の合成サンプル(書き出しと同じもの)。</translation>
    </message>
    <message>
        <source>Real samples of the same size, drawn at random: costs nothing.</source>
        <translation>同じデータ量の実サンプルを無作為に選択: 手間のかからない方法。</translation>
    </message>
    <message>
        <source>Real samples of the same size, chosen to be typical: cheap.</source>
        <translation>同じデータ量の代表的な実サンプルを選択: 簡単な方法。</translation>
    </message>
    <message>
        <source>Real samples of the same size whose mean is near that of their class: cheap.</source>
        <translation>平均がクラスの平均に近くなる、同じデータ量の実サンプルを選択: 簡単な方法。</translation>
    </message>
    <message>
        <source>Real samples of the same size, spread as widely as they go: cheap.</source>
        <translation>同じデータ量で、できるだけ広く散らばるように選んだ実サンプル。手間はわずかです。</translation>
    </message>
    <message>
        <source>Random real samples, reduced and packed like the condensed set: as many pictures in the same bytes.</source>
        <translation>ランダムな実サンプルを濃縮データと同じように縮小して詰めたもの。同じバイト数で同じ枚数です。</translation>
    </message>
    <message>
        <source>All real training samples: what can be reached. Takes longest.</source>
        <translation>学習用の実サンプル全体: 到達できる上限。最も時間がかかります。</translation>
    </message>
</context>
<context>
    <name>SetTable</name>
    <message>
        <source>Results by set</source>
        <translation>データ別の結果</translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation>1 行が 1 つのデータです。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Worst class</source>
        <translation>最も低いクラス</translation>
    </message>
    <message>
        <source>One training</source>
        <translation>学習 1 回</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation>モデルの学習に使ったデータ</translation>
    </message>
    <message>
        <source>Pictures of the set</source>
        <translation>データの画像の枚数</translation>
    </message>
    <message>
        <source>Share of test pictures told rightly: mean of the trainings ± their deviation, in points</source>
        <translation>正しく判定した評価用画像の割合。各学習の平均 ± ばらつき(ポイント)</translation>
    </message>
    <message>
        <source>The class of which the smallest share was told rightly, and that share</source>
        <translation>正しく判定した割合が最も低いクラスと、その割合</translation>
    </message>
    <message>
        <source>Time of one training on this computer</source>
        <translation>このコンピューターでの学習 1 回の時間</translation>
    </message>
    <message>
        <source>Bytes of the pictures as they are stored, without compression</source>
        <translation>画像の保存に必要なデータ量(圧縮なし)</translation>
    </message>
    <message>
        <source>{accuracy}  (best)</source>
        <translation>{accuracy}  (最高)</translation>
    </message>
    <message>
        <source>{accuracy}  (lowest)</source>
        <translation>{accuracy}  (最低)</translation>
    </message>
    <message>
        <source>Single trainings: {single}. Mean recall over classes: {balanced}. Interval with the sampling error of the test pictures: ± {margin} points.</source>
        <translation>各回の学習: {single}。クラス別再現率の平均: {balanced}。テスト画像の標本誤差を含む誤差: ±{margin} ポイント。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Each shows its settings beside the list.</source>
        <translation>選ぶと右に設定が表示されます。</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>設定を取り込む…</translation>
    </message>
    <message>
        <source>From a file that another workstation has exported</source>
        <translation>ほかの端末で書き出したファイルを読み込みます</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>設定を書き出す…</translation>
    </message>
    <message>
        <source>For other workstations; nothing personal goes with it</source>
        <translation>ほかの端末に配るためのファイルです。個人の情報は含みません</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Keeps the changes and closes this window</source>
        <translation>変更を保存して閉じます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>設定を取り込む</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>設定を書き出す</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation>操作を選ぶと、キーを変更できます。</translation>
    </message>
    <message>
        <source>These keys belong to the kind of view and stay as they are.</source>
        <translation>表示の種類で決まるキーのため、変更できません。</translation>
    </message>
    <message>
        <source>Click a field and press the keys you want.</source>
        <translation>欄をクリックし、使うキーを押してください。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>操作とキーを検索</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Choose a command, then press its new keys below.</source>
        <translation>操作を選び、下で新しいキーを押します。</translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation>キー {number}</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>初期値</translation>
    </message>
    <message>
        <source>The keys this command comes with</source>
        <translation>この操作のキーを初期値に戻します</translation>
    </message>
    <message>
        <source>All to their defaults</source>
        <translation>すべて初期値に戻す</translation>
    </message>
    <message>
        <source>The keys all commands come with</source>
        <translation>すべての操作のキーを初期値に戻します</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>こちらで使う</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Keeps the changes and closes this window</source>
        <translation>変更を保存して閉じます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
    <message>
        <source>{key} is needed to move around the window.</source>
        <translation>{key} は画面内の移動に必要なため使えません。</translation>
    </message>
    <message>
        <source>{key} is used already: {command} ({place}).</source>
        <translation>{key} は使用中です: {command}({place})。</translation>
    </message>
</context>
<context>
    <name>SignOffDialog</name>
    <message>
        <source>Sign off</source>
        <translation>承認する</translation>
    </message>
    <message>
        <source>Sign off this set</source>
        <translation>この濃縮データを承認する</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>検査者</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>承認の言葉</translation>
    </message>
    <message>
        <source>What you sign for; change it as you need</source>
        <translation>署名の内容です。必要に応じて書き換えられます</translation>
    </message>
    <message>
        <source>I have compared the samples of this set with real ones and judged each; the set may be used to train on.</source>
        <translation>この濃縮データのサンプルを実サンプルと見比べ、1 枚ずつ判定しました。学習に使用してよいと認めます。</translation>
    </message>
    <message>
        <source>Sign off in part: with samples that are not accepted</source>
        <translation>一部承認にする: 合格でないサンプルを含む</translation>
    </message>
    <message>
        <source>What is signed for are the pictures and the verdicts as they are now. A hash of them shows any later change; it is no cryptographic signature.</source>
        <translation>承認の対象は、今の画像と判定です。ハッシュにより、その後の変更がわかります。電子署名ではありません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Closes this window without a change</source>
        <translation>変更せずに閉じます</translation>
    </message>
    <message>
        <source>Reading the set…</source>
        <translation>濃縮データを読んでいます…</translation>
    </message>
    <message>
        <source>Sign under this name, now</source>
        <translation>この名前で今承認します</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Side by side</source>
        <translation>並べる</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>スワイプ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>パッキング</translation>
    </message>
    <message>
        <source>One over the other; {left} and {right} move the divider</source>
        <translation>2枚を重ねて表示。{left}、{right} で境界を移動</translation>
    </message>
    <message>
        <source>Synthetic, real and class mean</source>
        <translation>合成・実サンプル・クラス平均を並べて表示</translation>
    </message>
    <message>
        <source>Synthetic less real, as colours</source>
        <translation>合成から実サンプルを引いた差を色で表示</translation>
    </message>
    <message>
        <source>Tones and measures of both pictures</source>
        <translation>2枚の階調分布と測定値</translation>
    </message>
    <message>
        <source>The stored image that holds the sample</source>
        <translation>このサンプルを収めた格納画像</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>比較方法</translation>
    </message>
    <message>
        <source>Class mean, real</source>
        <translation>クラス平均(実)</translation>
    </message>
    <message>
        <source>synthetic darker</source>
        <translation>合成が暗い</translation>
    </message>
    <message>
        <source>synthetic brighter</source>
        <translation>合成が明るい</translation>
    </message>
    <message>
        <source>Scale of the differences, grey levels</source>
        <translation>差分の目盛り(階調)</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: whole picture.</source>
        <translation>ホイール: 拡大・縮小、ドラッグ: 移動、ダブルクリック: 全体表示。</translation>
    </message>
    <message>
        <source>Synthetic sample</source>
        <translation>合成サンプル</translation>
    </message>
    <message>
        <source>Real sample</source>
        <translation>実サンプル</translation>
    </message>
    <message>
        <source>Mean of the real samples of the class</source>
        <translation>クラスの実サンプルの平均</translation>
    </message>
    <message>
        <source>Synthetic sample over the real one</source>
        <translation>実サンプルに重ねた合成サンプル</translation>
    </message>
    <message>
        <source>Difference of the two pictures</source>
        <translation>2枚の差分</translation>
    </message>
    <message>
        <source>Stored image, the sample&apos;s part framed</source>
        <translation>格納画像(このサンプルの部分を枠で表示)</translation>
    </message>
    <message>
        <source>Decoded sample</source>
        <translation>復元したサンプル</translation>
    </message>
    <message>
        <source>There is no real sample to compare with yet.</source>
        <translation>比較する実サンプルがまだありません。</translation>
    </message>
    <message>
        <source>No difference: both pictures are the same.</source>
        <translation>差はありません。2枚は同じ画像です。</translation>
    </message>
    <message>
        <source>Largest difference {largest} grey levels, mean {mean}.</source>
        <translation>最大の差 {largest} 階調、平均 {mean} 階調。</translation>
    </message>
    <message>
        <source>Pixels beyond the scale: {count} of {all}.</source>
        <translation>目盛りを超えた画素: {all} 個中 {count} 個。</translation>
    </message>
    <message>
        <source>This sample is stored as it is: a real picture that was kept whole.</source>
        <translation>このサンプルはそのまま格納されています(そのまま残した実サンプル)。</translation>
    </message>
    <message>
        <source>As stored: image {number}</source>
        <translation>格納時: 画像 {number}</translation>
    </message>
    <message>
        <source>Decoded: what a model sees</source>
        <translation>復元後: モデルが見る画像</translation>
    </message>
    <message>
        <source>One stored image holds {count} samples, each at 1/{factor} of the side; the framed one is this sample.</source>
        <translation>格納画像1枚に{count}サンプルを収めています(一辺はそれぞれ1/{factor})。枠がこのサンプルです。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Shizuku</source>
        <translation>Shizuku 雫</translation>
    </message>
    <message>
        <source>Condenses thousands of drawings or photos into a few synthetic samples that train a model almost as well, in a fraction of the time.</source>
        <translation>何千枚もの図面や写真を、ほぼ同じ精度で、はるかに短い時間で学習できる少数の合成サンプルに濃縮します。</translation>
    </message>
    <message>
        <source>New from folder…</source>
        <translation>フォルダーから新規…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Try the sample drawings</source>
        <translation>サンプル図面で試す</translation>
    </message>
    <message>
        <source>Tour, 2 minutes</source>
        <translation>ツアー(2 分)</translation>
    </message>
    <message>
        <source>Or drop a folder of pictures, or a project, anywhere on this window.</source>
        <translation>画像のフォルダーやプロジェクトを、このウィンドウにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近使ったプロジェクト</translation>
    </message>
    <message>
        <source>None yet. A project keeps the prepared pictures, the condensed sets and the trials of one folder of pictures; the pictures themselves are never changed.</source>
        <translation>まだありません。プロジェクトには、1 つのフォルダーの整えた画像、濃縮データ、試し学習の結果が保存されます。元の画像は決して変更しません。</translation>
    </message>
    <message>
        <source>A job is still running.</source>
        <translation>処理が実行中です。</translation>
    </message>
    <message>
        <source>Import a folder of pictures into a new project</source>
        <translation>画像のフォルダーを新しいプロジェクトに取り込みます</translation>
    </message>
    <message>
        <source>Open a project folder, NAME.shizuku</source>
        <translation>プロジェクトのフォルダー(名前.shizuku)を開きます</translation>
    </message>
    <message>
        <source>Draws mechanical and electrical symbols and imports them: a few seconds</source>
        <translation>機械・電気の図記号を描いて取り込みます(数秒)</translation>
    </message>
    <message>
        <source>Opens the sample drawings and leads through the five steps</source>
        <translation>サンプル図面を開き、5 つの手順を順に案内します</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Ready</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止して保存</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>中止中…</translation>
    </message>
    <message>
        <source>Cancel and discard</source>
        <translation>中止して破棄</translation>
    </message>
    <message>
        <source>Cancel and discard {time} of work?</source>
        <translation>中止して、{time} かけた作業を破棄しますか?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Stopping; what was reached is being kept…</source>
        <translation>停止しています。ここまでの結果を保存中…</translation>
    </message>
    <message>
        <source>Cancelling; nothing will be kept…</source>
        <translation>中止しています。結果は保存されません…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>{device} · {free} free</source>
        <translation>{device} · 空き {free}</translation>
    </message>
</context>
<context>
    <name>StepFields</name>
    <message>
        <source>Straighten and even out</source>
        <translation>傾きとムラの補正</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>時計回りに回転</translation>
    </message>
    <message>
        <source>More than 8 bits</source>
        <translation>8 ビットを超える画像</translation>
    </message>
    <message>
        <source>For pictures that were scanned sideways</source>
        <translation>横向きにスキャンした画像に使います</translation>
    </message>
    <message>
        <source>What becomes of pictures with more than 256 greys</source>
        <translation>256 階調を超える画像の扱いです</translation>
    </message>
    <message>
        <source>Straighten tilted scans (up to 15°)</source>
        <translation>スキャンの傾きを直す(15° まで)</translation>
    </message>
    <message>
        <source>Turns a scan until its lines are level.</source>
        <translation>線が水平になるように回転します。</translation>
    </message>
    <message>
        <source>Cut off empty margins</source>
        <translation>余白を切り取る</translation>
    </message>
    <message>
        <source>What is drawn then fills the picture.</source>
        <translation>描かれた部分が画像いっぱいになります。</translation>
    </message>
    <message>
        <source>Even out paper and lighting</source>
        <translation>紙や照明のムラをならす</translation>
    </message>
    <message>
        <source>Off by default: how a scan looks is information a model should learn.</source>
        <translation>通常はオフです。スキャンの見た目も、モデルが学ぶべき情報だからです。</translation>
    </message>
    <message>
        <source>the whole range</source>
        <translation>全範囲</translation>
    </message>
    <message>
        <source>the range in use, one for all</source>
        <translation>使われている範囲(全体で共通)</translation>
    </message>
</context>
<context>
    <name>StressTab</name>
    <message>
        <source>A row a set.</source>
        <translation>1 行が 1 つのデータです。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>実際の強さ</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Mean recall</source>
        <translation>平均再現率</translation>
    </message>
    <message>
        <source>Points lost</source>
        <translation>低下(ポイント)</translation>
    </message>
    <message>
        <source>Worst class</source>
        <translation>最も低いクラス</translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation>モデルの学習に使ったデータ</translation>
    </message>
    <message>
        <source>The strain as it came out: wrong labels, or the thinnest class</source>
        <translation>実際の負荷です(誤ラベルの割合、最少クラスの比)</translation>
    </message>
    <message>
        <source>Share of test pictures told rightly, under the strain</source>
        <translation>負荷をかけたときの正解率です</translation>
    </message>
    <message>
        <source>Recall under the strain, every class counted alike</source>
        <translation>負荷をかけたときの再現率で、全クラスを同じ重みで平均します</translation>
    </message>
    <message>
        <source>How far below the same set without the strain, in points, with its margin</source>
        <translation>負荷なしの同じデータからの低下(ポイント)と誤差です</translation>
    </message>
    <message>
        <source>The class of which the smallest share was told rightly, and that share</source>
        <translation>正しく判定した割合が最も低いクラスと、その割合</translation>
    </message>
</context>
<context>
    <name>Studying</name>
    <message>
        <source>Looking for the nearest real samples…</source>
        <translation>最も近い実サンプルを探しています…</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The classes of the sample drawings; some pictures of each are held out for testing.</source>
        <translation>サンプル図面のクラスです。各クラスの一部はテスト用に取り分けてあります。</translation>
    </message>
    <message>
        <source>Here stands what was noticed in the pictures, and what can be done about it.</source>
        <translation>画像で気づいた点と、その対処方法がここに表示されます。</translation>
    </message>
    <message>
        <source>The blue button is always the next step: press it, or press Next.</source>
        <translation>青いボタンが次の手順です。このボタンか「次へ」を押してください。</translation>
    </message>
    <message>
        <source>Images per class says how small the condensed set becomes.</source>
        <translation>「クラスあたり枚数」で濃縮データの小ささが決まります。</translation>
    </message>
    <message>
        <source>Quality says how long it learns; Quick is right for a first look.</source>
        <translation>「品質」で学習の長さが決まります。最初は「高速」で十分です。</translation>
    </message>
    <message>
        <source>Three sliders weigh what is kept: structure, appearance and variety.</source>
        <translation>3 つのスライダーで、構造、見た目、多様さのどれを残すかを調整します。</translation>
    </message>
    <message>
        <source>Press Condense, time and memory stand beside it; or look on first with Next.</source>
        <translation>「濃縮」で開始します(時間とメモリーは横に表示)。「次へ」で先に見ることもできます。</translation>
    </message>
    <message>
        <source>A job runs: pause, stop and keep, or discard it here, from every page; Next goes on meanwhile.</source>
        <translation>実行中の処理は、どのページからもここで一時停止、停止して保存、破棄ができます。その間も「次へ」で進めます。</translation>
    </message>
    <message>
        <source>Compare each synthetic sample with real ones, and judge it below with 1, 2 or 3.</source>
        <translation>合成サンプルを実サンプルと比べ、下で 1、2、3 のキーで判定します。</translation>
    </message>
    <message>
        <source>Once something is condensed, synthetic and real samples stand here side by side.</source>
        <translation>濃縮が済むと、合成サンプルと実サンプルがここに並びます。</translation>
    </message>
    <message>
        <source>The same model, trained on the condensed set and on real ones: who learns more?</source>
        <translation>同じモデルを濃縮データと実サンプルで学習させ、どちらがよく学習できたかを示します。</translation>
    </message>
    <message>
        <source>Trial-train trains the same model on the condensed set and on real ones, and compares.</source>
        <translation>「試し学習を開始」で、同じモデルを濃縮データと実サンプルで学習させて比べます。</translation>
    </message>
    <message>
        <source>Once something is condensed, a trial here shows whether it trains as well.</source>
        <translation>濃縮が済むと、同じように学習できるかをここで試せます。</translation>
    </message>
    <message>
        <source>Adopt, pilot or leave it: one sentence, with its reasons and your costs.</source>
        <translation>採用、試行継続、見送りの結論を 1 文で、理由と自社の費用とともに示します。</translation>
    </message>
    <message>
        <source>After a trial it says here what is lost, what is saved and whether it pays.</source>
        <translation>試し学習が済むと、何が低下し、何を節約でき、導入する価値があるかをここに示します。</translation>
    </message>
    <message>
        <source>That was the whole way; the guide tells more, always at the page that is shown.</source>
        <translation>これで全部です。ガイドでは、表示中のページの説明をいつでも読めます。</translation>
    </message>
    <message>
        <source>The tour goes on here; press this step, or End.</source>
        <translation>ツアーの続きはここです。この手順を押すか、「終了」を押してください。</translation>
    </message>
</context>
<context>
    <name>TrialDraft</name>
    <message>
        <source>change of the trial</source>
        <translation>試し学習の条件の変更</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>What is trained</source>
        <translation>学習の内容</translation>
    </message>
    <message>
        <source>Sets to compare</source>
        <translation>比べるデータ</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Trainings a set</source>
        <translation>学習の回数</translation>
    </message>
    <message>
        <source>How it is trained and tested</source>
        <translation>学習と評価の方法</translation>
    </message>
    <message>
        <source>New month&apos;s pictures…</source>
        <translation>今月分の画像…</translation>
    </message>
    <message>
        <source>New pictures have come: was it enough to keep the condensed set?</source>
        <translation>新しい画像が増えたとき、濃縮データだけを残せば十分かを確かめます。</translation>
    </message>
    <message>
        <source>Each training starts differently; three show how much chance is in a result.</source>
        <translation>学習は毎回違う状態から始まります。3 回行うと、結果のばらつきがわかります。</translation>
    </message>
    <message>
        <source>Its condensed set is tried.</source>
        <translation>この実行の濃縮データを試します。</translation>
    </message>
    <message>
        <source>The model that is trained on every set</source>
        <translation>すべてのデータで学習するモデルです</translation>
    </message>
</context>
<context>
    <name>TrialOptions</name>
    <message>
        <source>Weights of {model}</source>
        <translation>{model} の重み</translation>
    </message>
    <message>
        <source>Weights (*.pt *.pth *.safetensors)</source>
        <translation>重み (*.pt *.pth *.safetensors)</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>Train these models on the same sets too</source>
        <translation>同じデータで学習させる他のモデル</translation>
    </message>
    <message>
        <source>How long each set is trained</source>
        <translation>学習の長さ</translation>
    </message>
    <message>
        <source>Start from weights of your own</source>
        <translation>手持ちの重みから始める</translation>
    </message>
    <message>
        <source>Power while training, for the energy estimate</source>
        <translation>学習中の消費電力(電力量の目安用)</translation>
    </message>
    <message>
        <source>The condensed set was learnt through ConvNets: does it hold for other models? Larger models take several times as long.</source>
        <translation>濃縮データは ConvNet を通して学習したものです。他のモデルでも通用するかを確かめます。大きいモデルは数倍の時間がかかります。</translation>
    </message>
    <message>
        <source>Stress: wrong labels and imbalance</source>
        <translation>ストレス試験: 誤ラベルとクラス不均衡</translation>
    </message>
    <message>
        <source>Trains each set again with a tenth of its labels wrong, and with most classes thinned to as little as a tenth; takes about three times as long. With the model above alone: the question is what the sets bear.</source>
        <translation>ラベルの 1 割を誤りにした場合と、多くのクラスを最大 1/10 まで減らした場合でも、各データを学習させます。時間は約 3 倍かかります。データの耐性を見るため、対象は上で選んだモデルだけです。</translation>
    </message>
    <message>
        <source>When a training ends; the same for every set</source>
        <translation>学習を終える条件です。すべてのデータで同じです</translation>
    </message>
    <message>
        <source>By the rule (recommended)</source>
        <translation>規則どおり(推奨)</translation>
    </message>
    <message>
        <source>Equal steps for every set</source>
        <translation>どのデータも同じステップ数</translation>
    </message>
    <message>
        <source>Equal epochs for every set</source>
        <translation>どのデータも同じエポック数</translation>
    </message>
    <message>
        <source>Power of the computer while it trains: times the training time, the energy.</source>
        <translation>学習中のコンピューターの消費電力です。学習時間を掛けて電力量とします。</translation>
    </message>
    <message>
        <source>usual for the device</source>
        <translation>機器の標準値</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Train from scratch, without weights.</source>
        <translation>重みを使わず、初めから学習させます。</translation>
    </message>
    <message>
        <source>A state dict saved with torch.save; its classifier is replaced.</source>
        <translation>torch.save で保存した state dict。分類層は新しくします。</translation>
    </message>
    <message>
        <source>None: trained from scratch</source>
        <translation>なし: 初めから学習</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>A trial is running; its sets are fixed.</source>
        <translation>試し学習の実行中は、比べるデータを変更できません。</translation>
    </message>
    <message>
        <source>Trial training</source>
        <translation>試し学習</translation>
    </message>
    <message>
        <source>Does the condensed set train as well as real samples? The same model is trained on each set and tested on held-out real pictures.</source>
        <translation>濃縮データで実サンプルと同じように学習できるか。同じモデルを各データで学習させ、学習に使っていない実サンプルで評価します。</translation>
    </message>
    <message>
        <source>Trial-train</source>
        <translation>試し学習を開始</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>判断…</translation>
    </message>
    <message>
        <source>No pictures yet. Import a folder; then condense it, and try the result.</source>
        <translation>まだ画像がありません。フォルダーを取り込み、濃縮してから、試し学習を行ってください。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込み…</translation>
    </message>
    <message>
        <source>No condensed set yet. Condense the pictures first; here you then see whether a model learns as much from it as from all real samples.</source>
        <translation>まだ濃縮データがありません。まず画像を濃縮してください。濃縮データから、実サンプル全体と同じように学習できるかをここで確かめます。</translation>
    </message>
    <message>
        <source>Condense…</source>
        <translation>濃縮…</translation>
    </message>
    <message>
        <source>This run has not been tried yet. Trial training compares the condensed set with real sets of the same size, and with all real samples: accuracy, recall by class, and the time that a training takes.</source>
        <translation>この実行はまだ試していません。試し学習では、濃縮データを同じデータ量の実サンプルや実サンプル全体と比べます(正解率、クラス別再現率、学習時間)。</translation>
    </message>
    <message>
        <source>Nothing to decide on yet: trial-train first.</source>
        <translation>判断の材料がまだありません。先に試し学習を行ってください。</translation>
    </message>
    <message>
        <source>Weigh accuracy, time and money for this run.</source>
        <translation>この実行の正解率、時間、費用を評価します。</translation>
    </message>
    <message>
        <source>A job is running. Wait for it, or stop it in the line below.</source>
        <translation>処理が実行中です。終わるのを待つか、下の行で停止してください。</translation>
    </message>
    <message>
        <source>Looking at the condensed set…</source>
        <translation>濃縮データを確認しています…</translation>
    </message>
    <message>
        <source>Models to train: {count} (sets: {sets}, trainings of each: {seeds}). Held-out test pictures: {tests}.</source>
        <translation>学習するモデル: {count} 個({sets} データ × {seeds} 回)。それぞれテスト画像 {tests} 枚で評価します。</translation>
    </message>
    <message>
        <source>Models to train: {count} (kinds: {models}, sets: {sets}, trainings of each: {seeds}). Held-out test pictures: {tests}.</source>
        <translation>学習させるモデル: {count}({models} 種類 × {sets} データ × {seeds} 回)。それぞれ学習に使わない画像 {tests} 枚で評価します。</translation>
    </message>
    <message>
        <source>Under strain: {count} more.</source>
        <translation>ストレス試験でさらに {count} 回学習します。</translation>
    </message>
    <message>
        <source>About {time}, judged by the last trial.</source>
        <translation>前回の試し学習から見て約 {time}。</translation>
    </message>
    <message>
        <source>About {time}, judged by some steps of training.</source>
        <translation>試しに数ステップ学習した結果から見て約 {time}。</translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>images per class: {count}</source>
        <translation>クラスあたり {count} 枚</translation>
    </message>
    <message>
        <source>mended: {count} condensed again</source>
        <translation>修正: {count} 枚を濃縮し直し</translation>
    </message>
    <message>
        <source>mended: {count} replaced by real ones</source>
        <translation>修正: {count} 枚を実サンプルに置き換え</translation>
    </message>
    <message>
        <source>mended: {count} left out</source>
        <translation>修正: {count} 枚を除外</translation>
    </message>
    <message>
        <source>trainings of each set: {count}</source>
        <translation>各データの学習 {count} 回</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>途中で停止</translation>
    </message>
</context>
<context>
    <name>TwoClassTab</name>
    <message>
        <source>Defect detection by set</source>
        <translation>データごとの欠陥検出</translation>
    </message>
    <message>
        <source>A row a set.</source>
        <translation>1 行が 1 つのデータです。</translation>
    </message>
    <message>
        <source>Precision over recall</source>
        <translation>適合率と再現率</translation>
    </message>
    <message>
        <source>Recall: defects found, %</source>
        <translation>再現率: 検出した欠陥 (%)</translation>
    </message>
    <message>
        <source>Precision: alarms that are right, %</source>
        <translation>適合率: 正しい警報 (%)</translation>
    </message>
    <message>
        <source>Which of the two classes is the defect? Tick it under “Critical classes” on the Decide page.</source>
        <translation>2 つのクラスのどちらが欠陥ですか。「判断」ページの「重要クラス」で選んでください。</translation>
    </message>
    <message>
        <source>This trial is older and holds no probabilities. Trial-train again.</source>
        <translation>以前のバージョンの試し学習のため、確率がありません。もう一度試し学習をしてください。</translation>
    </message>
    <message>
        <source>Only one of the classes has test pictures.</source>
        <translation>テスト用の画像が一方のクラスにしかありません。</translation>
    </message>
    <message>
        <source>With the cost of a missed defect and of a false alarm (Decide page, “What a missed defect costs”), the cheapest threshold is told here.</source>
        <translation>見逃しと誤報の費用を入力すると(「判断」ページの「見逃しの費用」)、費用が最小になるしきい値を示します。</translation>
    </message>
    <message>
        <source>{set}: cheapest is to call a picture “{defect}” from {threshold} on. Missed defects: {missed} of {defects}. False alarms: {alarms} of {normals}.</source>
        <translation>{set}: {threshold} 以上を「{defect}」とみなすと費用が最小です。見逃し {defects} 枚中 {missed} 枚、誤報 {normals} 枚中 {alarms} 枚。</translation>
    </message>
    <message>
        <source>{set}: cheapest is to call no picture “{defect}”. Missed defects: {missed} of {defects}.</source>
        <translation>{set}: どの画像も「{defect}」とみなさない場合に費用が最小です。見逃し {defects} 枚中 {missed} 枚。</translation>
    </message>
    <message>
        <source>{set}: cheapest is to call every picture “{defect}”. False alarms: {alarms} of {normals}.</source>
        <translation>{set}: すべての画像を「{defect}」とみなす場合に費用が最小です。誤報 {normals} 枚中 {alarms} 枚。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>平均適合率</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Missed defects</source>
        <translation>見逃し</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>誤報</translation>
    </message>
    <message>
        <source>Cost of 1,000 parts</source>
        <translation>1,000 個の費用</translation>
    </message>
    <message>
        <source>What the model was trained on</source>
        <translation>モデルの学習に使ったデータ</translation>
    </message>
    <message>
        <source>Area below precision over recall: 1 finds every defect without false alarms</source>
        <translation>適合率・再現率曲線の面積です。1 なら誤報なしに全欠陥を見つけます</translation>
    </message>
    <message>
        <source>Probability from which on a picture is called a defect; the cheapest one</source>
        <translation>欠陥とみなす確率の下限です(費用が最小の値)</translation>
    </message>
    <message>
        <source>Defects taken for good at this threshold</source>
        <translation>このしきい値で見逃した欠陥です</translation>
    </message>
    <message>
        <source>Good ones taken for defects at this threshold</source>
        <translation>このしきい値で欠陥とされた良品です</translation>
    </message>
    <message>
        <source>What missed defects and false alarms cost together, with your costs</source>
        <translation>入力した費用による見逃しと誤報の合計です</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{all} 枚中 {count} 枚</translation>
    </message>
    <message>
        <source>The marks stand at the cheapest thresholds. Costs used: missed defect {missed}, false alarm {alarm}.</source>
        <translation>印は費用が最小になるしきい値です。使った費用: 見逃し {missed}、誤報 {alarm}。</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>then next</source>
        <translation>次へ進む</translation>
    </message>
    <message>
        <source>Go to the next sample after each verdict</source>
        <translation>判定したら次のサンプルへ進む</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>前のサンプル</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>次のサンプル</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Choose a synthetic sample first.</source>
        <translation>まず合成サンプルを選んでください。</translation>
    </message>
    <message>
        <source>You would trust this sample</source>
        <translation>このサンプルは信頼できる</translation>
    </message>
    <message>
        <source>You would not trust this sample</source>
        <translation>このサンプルは信頼できない</translation>
    </message>
    <message>
        <source>To be decided later</source>
        <translation>あとで決める</translation>
    </message>
    <message>
        <source>Take the last verdict back</source>
        <translation>最後の判定を取り消す</translation>
    </message>
    <message>
        <source>Give the verdict again that was taken back</source>
        <translation>取り消した判定をもう一度付けます</translation>
    </message>
    <message>
        <source>No verdict has been given yet.</source>
        <translation>まだ判定していません。</translation>
    </message>
    <message>
        <source>No verdict has been taken back.</source>
        <translation>取り消した判定はありません。</translation>
    </message>
    <message>
        <source>{judged} of {count} judged</source>
        <translation>{count} 枚中 {judged} 枚を判定</translation>
    </message>
    <message>
        <source>Second look: {judged}/{count}</source>
        <translation>再判定: {judged}/{count} 枚</translation>
    </message>
    <message>
        <source>Stored without a name. Who judges? Enter a name above, once.</source>
        <translation>名前なしで保存しました。上の欄に検査者の名前を一度入力してください。</translation>
    </message>
</context>
<context>
    <name>VerdictHistory</name>
    <message>
        <source>verdict on sample {number}</source>
        <translation>サンプル {number} の判定</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Accuracy of the model trained on the condensed set less that on all real ones</source>
        <translation>濃縮データで学習したモデルの正解率から、実サンプル全体の場合を引いた値</translation>
    </message>
    <message>
        <source>One training on all real samples less one on the condensed</source>
        <translation>実サンプル全体での学習 1 回の時間から、濃縮データの場合を引いた値</translation>
    </message>
    <message>
        <source>What shorter trainings save in a year, less what condensing costs</source>
        <translation>学習時間の短縮による年間の削減額から、濃縮の費用を引いた値</translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>Copy as picture</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>画像として保存…</translation>
    </message>
    <message>
        <source>There is no picture to copy.</source>
        <translation>コピーできる画像がありません。</translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation>画像としてコピーしました</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG画像 (*.png)</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>画像として保存</translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>0 · off</source>
        <translation>0 · オフ</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>バランス</translation>
    </message>
    <message>
        <source>more</source>
        <translation>強め</translation>
    </message>
    <message>
        <source>less</source>
        <translation>弱め</translation>
    </message>
</context>
<context>
    <name>WeightsForm</name>
    <message>
        <source>What to keep</source>
        <translation>何を残すか</translation>
    </message>
    <message>
        <source>What to put first</source>
        <translation>何を優先するか</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>バランス</translation>
    </message>
    <message>
        <source>All three count the same. Right for most sets.</source>
        <translation>3 つを同じ重みにします。ほとんどの場合に適しています。</translation>
    </message>
    <message>
        <source>Structure first</source>
        <translation>構造優先</translation>
    </message>
    <message>
        <source>Where shapes tell the classes apart and the look of a picture does not.</source>
        <translation>クラスの違いが形にあり、見た目は関係しない場合に。</translation>
    </message>
    <message>
        <source>Appearance first</source>
        <translation>見た目優先</translation>
    </message>
    <message>
        <source>Where the look itself is what counts: surfaces, textures, scan quality.</source>
        <translation>表面、質感、スキャンの状態など、見た目そのものが重要な場合に。</translation>
    </message>
    <message>
        <source>Structure (content)</source>
        <translation>構造(内容)</translation>
    </message>
    <message>
        <source>What makes a class: shapes and their arrangement. More matches them more closely, less leaves room for the other two, 0 does not look at them.</source>
        <translation>クラスを決めるもの、つまり形とその配置です。上げるとより忠実に合わせ、下げるとほかの 2 つを優先し、0 にすると見なくなります。</translation>
    </message>
    <message>
        <source>Appearance (style)</source>
        <translation>見た目(スタイル)</translation>
    </message>
    <message>
        <source>How the pictures look: line weight, noise, texture, contrast. More matches it more closely, less leaves room for the other two, 0 does not look at it.</source>
        <translation>画像の見た目、つまり線の太さ、ノイズ、質感、コントラストです。上げるとより忠実に合わせ、下げるとほかの 2 つを優先し、0 にすると見なくなります。</translation>
    </message>
    <message>
        <source>Variety (diversity)</source>
        <translation>多様さ(多様性)</translation>
    </message>
    <message>
        <source>How far the samples of a class are spread. More keeps them as different as the real ones, less lets them be alike, 0 does not look at it.</source>
        <translation>クラス内のサンプルの広がりです。上げると実サンプルと同じくらい違いを保ち、下げると互いに似たものになり、0 にすると見なくなります。</translation>
    </message>
    <message>
        <source>More: symbols and how their lines meet are kept more closely.</source>
        <translation>上げると、記号と線のつながりがより忠実に残ります。</translation>
    </message>
    <message>
        <source>More: line weight, scan noise and paper tone are matched more closely.</source>
        <translation>上げると、線の太さ、スキャンノイズ、紙の濃さがより忠実に合います。</translation>
    </message>
    <message>
        <source>More: the drawings of a class differ more in place, size and slant.</source>
        <translation>上げると、クラス内の図面の位置、大きさ、傾きの違いが大きくなります。</translation>
    </message>
    <message>
        <source>More: outlines of parts and defects are kept more closely.</source>
        <translation>上げると、部品や欠陥の輪郭がより忠実に残ります。</translation>
    </message>
    <message>
        <source>More: colour, light, sharpness and surface are matched more closely.</source>
        <translation>上げると、色、明るさ、鮮明さ、表面の質感がより忠実に合います。</translation>
    </message>
    <message>
        <source>More: the photos of a class differ more in place, pose and light.</source>
        <translation>上げると、クラス内の写真の位置、向き、明るさの違いが大きくなります。</translation>
    </message>
    <message>
        <source>More: shapes follow the real samples more closely.</source>
        <translation>上げると、形が実サンプルにより忠実になります。</translation>
    </message>
    <message>
        <source>More: line weight, noise and texture are matched more closely.</source>
        <translation>上げると、線の太さ、ノイズ、質感がより忠実に合います。</translation>
    </message>
    <message>
        <source>More: the samples of a class differ more from each other.</source>
        <translation>上げると、クラス内のサンプルの違いが大きくなります。</translation>
    </message>
</context>
<context>
    <name>_Half</name>
    <message>
        <source>Synthetic samples of {run}</source>
        <translation>{run} の合成サンプル</translation>
    </message>
</context>
</TS>
