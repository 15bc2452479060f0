print("controls")
